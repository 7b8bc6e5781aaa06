package io.agencytasks.local.bench;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thousand users who all come at once: each creates a task and lists what there is (NFR-006).
 *
 * @param clients one for each user
 */
record ManyUsersBenchmark(List<ApiClient> clients, TaskBodies bodies) {
  static final int USERS = 1_000;

  /** What all of them saw: two requests each, timed from the moment they all began. */
  Result run() throws InterruptedException {
    Measurement measurement = new Measurement();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (ApiClient client : clients) {
        threads.execute(
            () -> {
              awaitStart(start);
              measurement.record(System.nanoTime(), () -> client.failure(bodies.createAutomatic()));
              measurement.record(
                  System.nanoTime(), () -> client.failure(new ApiRequest("GET", "/v1/tasks", "")));
            });
      }
      start.countDown();
    }
    return measurement.result();
  }

  static Table table(Result result) {
    return new Table(
            "users at once", "requests", "requests/s", "p50 ms", "p99", "longest", "failed")
        .row(
            USERS,
            result.succeeded(),
            result.perSecond(),
            result.percentile(50),
            result.percentile(99),
            result.longest(),
            result.faults());
  }

  private static void awaitStart(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
