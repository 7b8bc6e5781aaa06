package io.agencytasks.local.faults;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Chance by a seed, for each that asks apart: what the n-th call of one name draws does not depend
 * on the calls of other names, whichever come first.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  /** For the next call of this name. */
  RandomGenerator next(long seed, String name) {
    int number = asked.computeIfAbsent(seed + name, _ -> new AtomicInteger()).incrementAndGet();
    return new SplittableRandom(((seed * GOLDEN) ^ name.hashCode()) * GOLDEN + number);
  }
}
