package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Collects what clients see while a load runs. */
final class Measurement {
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Histogram micros = new Histogram(SIGNIFICANT_DIGITS);
  private final Map<String, Long> failures = new TreeMap<>();
  private final long began = System.nanoTime();

  /** Does it once; the clock has been running since {@code due}, of {@link System#nanoTime}. */
  void record(long due, Work work) {
    Optional<String> failure = work.attempt();
    long took = System.nanoTime() - due;
    synchronized (this) {
      failure.ifPresentOrElse(
          what -> failures.merge(what, 1L, Long::sum), () -> micros.recordValue(took / 1_000));
    }
  }

  synchronized Result result() {
    return new Result(
        micros.copy(), Duration.ofNanos(System.nanoTime() - began), Map.copyOf(failures));
  }
}
