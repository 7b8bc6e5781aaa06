package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Every route through the whole laptop, and beside it the route's own SQL by plain JDBC. */
record RouteBenchmark(
    ApiClient client, PlainJdbc prepared, PlainJdbc planned, TaskTable tasks, Stock stock) {
  static final int CLIENTS = 4;
  private static final ClosedLoop WARM_UP = new ClosedLoop(CLIENTS, 300, Duration.ofSeconds(2));
  private static final ClosedLoop LOAD = new ClosedLoop(CLIENTS, 1_000, Duration.ofSeconds(5));

  /**
   * What a route came to.
   *
   * @param sql its statements, prepared once for each connection
   * @param planned the same, planned anew each time
   */
  record Row(Recording recording, Result api, Result sql, Result planned) {
    long failed() {
      return api.failed() + sql.failed() + planned.failed();
    }
  }

  Row run(Recording recording, Runnable sweep) throws Exception {
    LongSupplier api = supply(recording.route());
    Result asked = measure(() -> client.failure(recording.route().request(api.getAsLong())));
    tasks.awaitQuiet();
    Result sql = measure(prepared.replay(recording, supply(recording.route())));
    Result anew = measure(planned.replay(recording, supply(recording.route())));
    // Nobody rang for what was released past the API.
    sweep.run();
    tasks.awaitQuiet();
    return new Row(recording, asked, sql, anew);
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
            "SQL alone, p50 ms",
            "p95",
            "p99",
            "planned anew, p50 ms",
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
          sql.percentile(50),
          sql.percentile(95),
          sql.percentile(99),
          row.planned().percentile(50),
          row.failed() == 0
              ? "0"
              : "%s; %s; %s".formatted(api.faults(), sql.faults(), row.planned().faults()),
          api.percentile(50) / sql.percentile(50));
    }
    return table;
  }

  private LongSupplier supply(BenchedRoute route) throws Exception {
    return route.usesUp()
        ? stock.of(route.about(), WARM_UP.requests() + LOAD.requests())
        : stock.one(route.about());
  }

  private static Result measure(Work work) {
    Result warmUp = WARM_UP.run(work);
    return LOAD.run(work).after(warmUp);
  }
}
