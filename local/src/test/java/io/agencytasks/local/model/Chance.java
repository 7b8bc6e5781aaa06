package io.agencytasks.local.model;

import io.agencytasks.domain.execution.CallbackToken;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Chance by a seed: the same for the same seed, as long as the same is asked of it. */
final class Chance {
  private final Random random;
  private final Instant base;

  /** Times are drawn about this one. */
  Chance(long seed, Instant base) {
    this.random = new Random(seed);
    this.base = base;
  }

  boolean in100(int times) {
    return random.nextInt(100) < times;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Ten hours ahead, or about half an hour ago. */
  Instant time() {
    return base.plusSeconds(in100(50) ? 36_000 : -2_000 - random.nextInt(100));
  }

  CallbackToken token() {
    return CallbackToken.of(random);
  }

  Instant past() {
    return base.minusSeconds(1 + random.nextInt(1_000));
  }
}
