package io.agencytasks.functions.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Time and chance: the only place where they come in. */
@Factory
final class Surroundings {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Secure, since a snapshot of a seeded generator would give every restored instance one fate. */
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }
}
