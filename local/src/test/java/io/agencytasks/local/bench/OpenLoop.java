package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that come at their times, whether or not the ones before are answered. Each is timed
 * from when it was due, so that one slow answer is not hidden by requests that waited behind it.
 */
record OpenLoop(int perSecond, Duration duration) {

  Result run(Work work) {
    long interval = Duration.ofSeconds(1).dividedBy(perSecond).toNanos();
    Measurement measurement = new Measurement();
    long first = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int request = 0; request < requests(); request++) {
        long due = first + request * interval;
        awaitTime(due);
        threads.execute(() -> measurement.record(due, work));
      }
    }
    return measurement.result();
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
