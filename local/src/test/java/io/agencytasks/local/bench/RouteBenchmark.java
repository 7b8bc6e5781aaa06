package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Every route through the whole laptop, and beside it the route's own SQL by plain JDBC. */
record RouteBenchmark(ApiClient client, PlainJdbc jdbc, TaskTable tasks, FreshTasks fresh) {
  static final int CLIENTS = 4;
  private static final ClosedLoop WARM_UP = new ClosedLoop(CLIENTS, 1_000, Duration.ofSeconds(3));
  private static final ClosedLoop LOAD = new ClosedLoop(CLIENTS, 2_000, Duration.ofSeconds(6));

  /** What a route came to. */
  record Row(Recording recording, Result api, Result sql) {}

  Row run(Recording recording, Runnable sweep) throws Exception {
    fresh.stock(CLIENTS, tasksNeeded(recording.route()));
    LongSupplier task = recording.route().usesTasksUp() ? fresh::next : fresh::any;
    Result api = measure(() -> client.failure(recording.route().request(task.getAsLong())));
    tasks.awaitQuiet();
    Result sql = measure(jdbc.replay(recording, task));
    // Nobody rang for what was queued past the API.
    sweep.run();
    tasks.awaitQuiet();
    return new Row(recording, api, sql);
  }

  static Table table(List<Row> rows) {
    Table table =
        new Table(
            "route",
            "statements",
            "requests/s",
            "p50 ms",
            "p95",
            "p99",
            "failed",
            "SQL alone/s",
            "p50 ms",
            "p95",
            "p99",
            "failed",
            "p50 ratio");
    for (Row row : rows) {
      Result api = row.api();
      Result sql = row.sql();
      table.row(
          "`" + row.recording().route() + "`",
          row.recording().statements().size(),
          api.perSecond(),
          api.percentile(50),
          api.percentile(95),
          api.percentile(99),
          api.faults(),
          sql.perSecond(),
          sql.percentile(50),
          sql.percentile(95),
          sql.percentile(99),
          sql.faults(),
          api.percentile(50) / sql.percentile(50));
    }
    return table;
  }

  private static Result measure(Work work) {
    Result warmUp = WARM_UP.run(work);
    return LOAD.run(work).after(warmUp);
  }

  private static int tasksNeeded(BenchedRoute route) {
    return route.usesTasksUp() ? 2 * (WARM_UP.requests() + LOAD.requests()) : 1;
  }
}
