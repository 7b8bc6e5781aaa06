package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that come at their times, whether or not the ones before are answered. Each is timed
 * from when it was due, so that one slow answer is not hidden by requests that waited behind it.
 */
record OpenLoop(int perSecond, Duration duration) {
  private static final int ALL = 100;

  /** Has no divisor in common with a hundred, so that every hundred requests have all shares. */
  private static final int STEP = 37;

  /**
   * A part of the requests.
   *
   * @param percent of them; all shares together make a hundred
   */
  record Share(int percent, Work work) {}

  Result run(Work work) {
    return run(List.of(new Share(ALL, work))).getFirst();
  }

  /** All shares at once, well mixed; what each came to, in their order. */
  List<Result> run(List<Share> shares) {
    long interval = Duration.ofSeconds(1).dividedBy(perSecond).toNanos();
    List<Measurement> measurements = shares.stream().map(share -> new Measurement()).toList();
    long first = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int request = 0; request < requests(); request++) {
        int share = shareOf(request * STEP % ALL, shares);
        long due = first + request * interval;
        awaitTime(due);
        threads.execute(() -> measurements.get(share).record(due, shares.get(share).work()));
      }
    }
    return measurements.stream().map(Measurement::result).toList();
  }

  private static int shareOf(int percent, List<Share> shares) {
    int share = 0;
    for (int left = percent; left >= shares.get(share).percent(); share++) {
      left -= shares.get(share).percent();
    }
    return share;
  }

  int requests() {
    return Math.toIntExact(perSecond * duration.toSeconds());
  }

  private static void awaitTime(long due) {
    for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
  }
}
