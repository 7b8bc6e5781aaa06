package io.agencytasks.local.bench;

import io.agencytasks.local.bench.OpenLoop.Share;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What an agency's people and programs ask for at the same time, at a constant rate in all, of a
 * user with much to do. The tasks that are created run at once on the same laptop.
 */
record MixedBenchmark(ApiClient client, TaskBodies bodies, TaskTable tasks, Stock stock) {
  private static final int PER_SECOND = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration DURATION = Duration.ofSeconds(30);
  private static final int PATCHED = 500;

  private static final List<String> LISTS =
      List.of(
          "/v1/tasks",
          "/v1/tasks?status=pending,queued&sortBy=priority",
          "/v1/tasks?search=newsletter%20Acme",
          "/v1/tasks?sortBy=deadline&sortOrder=asc&priority=high");

  /**
   * What is asked for.
   *
   * @param goal for the 99th percentile, in milliseconds (NFR-001 to NFR-003)
   */
  record Ask(String what, int percent, double goal, Work work) {}

  /** What it came to. */
  record Row(Ask ask, Result result) {}

  List<Row> run() throws Exception {
    List<Ask> asks = asks();
    List<Share> shares = asks.stream().map(ask -> new Share(ask.percent(), ask.work())).toList();
    List<Result> warmUps = new OpenLoop(PER_SECOND, WARM_UP).run(shares);
    tasks.awaitQuiet();
    List<Result> results = new OpenLoop(PER_SECOND, DURATION).run(shares);
    tasks.awaitQuiet();
    return IntStream.range(0, asks.size())
        .mapToObj(i -> new Row(asks.get(i), results.get(i).after(warmUps.get(i))))
        .toList();
  }

  static Table table(List<Row> rows) {
    Table table =
        new Table("at once", "per second", "p50 ms", "p95", "p99", "longest", "failed", "goal");
    for (Row row : rows) {
      Ask ask = row.ask();
      Result result = row.result();
      table.row(
          ask.what(),
          ask.percent() * PER_SECOND / 100,
          result.percentile(50),
          result.percentile(95),
          result.percentile(99),
          result.longest(),
          result.faults(),
          "p99 under %.0f ms: %s"
              .formatted(ask.goal(), result.percentile(99) < ask.goal() ? "kept" : "missed"));
    }
    return table;
  }

  private List<Ask> asks() throws SQLException {
    return List.of(
        new Ask("create", 30, 200, () -> client.failure(bodies.createAutomatic())),
        new Ask("update", 20, 200, updates()),
        new Ask("get", 20, 200, about(Stock.Kind.WAITING_TASK, "/v1/tasks/%d")),
        new Ask("list", 15, 300, lists()),
        new Ask("queue", 10, 300, () -> client.failure(get("/v1/tasks/queue"))),
        new Ask("stats", 5, 500, () -> client.failure(get("/v1/tasks/stats"))));
  }

  /** Each of some tasks in turn, so that no two at once are about the same. */
  private Work updates() throws SQLException {
    var supply = stock.of(Stock.Kind.WAITING_TASK, PATCHED);
    long[] ids = IntStream.range(0, PATCHED).mapToLong(i -> supply.getAsLong()).toArray();
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int turn = next.getAndIncrement();
      String priority = turn / PATCHED % 2 == 0 ? "low" : "high";
      return client.failure(
          new ApiRequest(
              "PATCH",
              "/v1/tasks/" + ids[turn % PATCHED],
              "{\"priority\": \"%s\"}".formatted(priority)));
    };
  }

  private Work about(Stock.Kind kind, String path) throws SQLException {
    ApiRequest request = get(path.formatted(stock.one(kind).getAsLong()));
    return () -> client.failure(request);
  }

  private Work lists() {
    AtomicInteger next = new AtomicInteger();
    return () -> client.failure(get(LISTS.get(next.getAndIncrement() % LISTS.size())));
  }

  private static ApiRequest get(String path) {
    return new ApiRequest("GET", path, "");
  }
}
