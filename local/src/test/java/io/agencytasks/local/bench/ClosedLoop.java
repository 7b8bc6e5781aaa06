package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that each send the next request when the last one is answered.
 *
 * @param requests of all clients together, fewer when the time is over first
 */
record ClosedLoop(int clients, int requests, Duration atMost) {

  Result run(Work work) {
    long end = System.nanoTime() + atMost.toNanos();
    Measurement measurement = new Measurement();
    AtomicInteger left = new AtomicInteger(requests);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < clients; client++) {
        threads.execute(
            () -> {
              while (left.getAndDecrement() > 0 && System.nanoTime() < end) {
                measurement.record(System.nanoTime(), work);
              }
            });
      }
    }
    return measurement.result();
  }
}
