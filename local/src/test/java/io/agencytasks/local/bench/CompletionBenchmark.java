package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Tasks from their creation to their end. Each calls a server that does nothing. */
record CompletionBenchmark(ApiClient client, TaskBodies bodies, TaskTable tasks) {
  private static final int ALONE = 200;
  private static final int SIGNIFICANT_DIGITS = 3;
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

  /**
   * Tasks that have the laptop to themselves.
   *
   * @param startMicros from their creation to their start, as the database has them
   */
  record Alone(Result completed, Histogram startMicros) {}

  /** One task after the other, on a laptop that has nothing else to do. */
  Alone alone() throws Exception {
    long newest = tasks.newest();
    Result completed = new ClosedLoop(1, ALONE, AT_MOST).run(this::createAndAwait);
    Histogram starts = new Histogram(SIGNIFICANT_DIGITS);
    tasks.startMicros(newest).forEach(starts::recordValue);
    return new Alone(completed, starts);
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

  static Table table(Alone alone) {
    Result started = new Result(alone.startMicros(), alone.completed().elapsed(), Map.of());
    return row(
        "created to completed",
        alone.completed(),
        row(
            "created to started",
            started,
            new Table("one task at a time", "p50 ms", "p95", "p99", "longest", "failed")));
  }

  private static Table row(String what, Result result, Table table) {
    return table.row(
        what,
        result.percentile(50),
        result.percentile(95),
        result.percentile(99),
        result.longest(),
        result.faults());
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
