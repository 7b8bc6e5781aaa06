package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.Optional;

/** Tasks from their creation to their end. Each calls a server that does nothing. */
record CompletionBenchmark(ApiClient client, TaskBodies bodies, TaskTable tasks) {
  private static final int ALONE = 200;
  private static final int TOGETHER = 1_000;
  private static final int CLIENTS = 20;
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  /**
   * The end of a crowd.
   *
   * @param created how their creation went
   * @param all from the first request to the last completion
   * @param executions of which there should be one for each
   */
  record Crowd(Result created, Duration all, long executions) {}

  /** One task after the other, on a laptop that has nothing else to do. */
  Result alone() {
    return new ClosedLoop(1, ALONE, AT_MOST).run(this::createAndAwait);
  }

  Crowd together() throws Exception {
    long newest = tasks.newest();
    long began = System.nanoTime();
    Result created =
        new ClosedLoop(CLIENTS, TOGETHER, AT_MOST)
            .run(() -> client.failure(bodies.createAutomatic()));
    tasks.awaitCompleted(newest, created.succeeded());
    return new Crowd(
        created, Duration.ofNanos(System.nanoTime() - began), tasks.executions(newest));
  }

  static Table table(Result alone) {
    return new Table("one task at a time", "p50 ms", "p95", "p99", "longest", "failed")
        .row(
            "created to completed",
            alone.percentile(50),
            alone.percentile(95),
            alone.percentile(99),
            alone.longest(),
            alone.faults());
  }

  static Table table(Crowd crowd) {
    return new Table("tasks at once", "clients", "created/s", "completed/s", "executions", "failed")
        .row(
            crowd.created().succeeded(),
            CLIENTS,
            crowd.created().perSecond(),
            crowd.created().succeeded() / (crowd.all().toNanos() / 1e9),
            crowd.executions(),
            crowd.created().faults());
  }

  private Optional<String> createAndAwait() throws Exception {
    long newest = tasks.newest();
    Optional<String> failure = client.failure(bodies.createAutomatic());
    if (failure.isEmpty()) {
      tasks.awaitCompleted(newest, 1);
    }
    return failure;
  }
}
