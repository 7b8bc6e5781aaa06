package io.agencytasks.local.dataapi;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** Compares one client's calls through the Data API with the same SQL over plain JDBC. */
final class DataApiBenchmark {
  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 20;
  private static final int CALLS_A_ROUND = 250;
  private static final int ROWS = 10_000;
  private static final String BODY =
      "{\"title\": \"Call the agency back\", \"tags\": [\"phone\"], \"notes\": \"%s\"}"
          .formatted("x".repeat(1_000));

  private final DataApiFixture api;
  private final HikariDataSource pool;

  private DataApiBenchmark(DataApiFixture api, HikariDataSource pool) {
    this.api = api;
    this.pool = pool;
  }

  /** Takes about a minute, and prints a Markdown table. */
  public static void main(String[] arguments) throws IOException {
    try (HikariDataSource pool = TestDatabase.pool();
        DataApiFixture api =
            new DataApiFixture(DataApiFixture.settings(), pool, Clock.systemUTC())) {
      api.execute(
          "create table tasks (id bigint generated always as identity primary key, body jsonb)");
      api.execute(
          "insert into tasks (body) select cast(:body as jsonb) from generate_series(1, :rows)",
          DataApiFixture.text("body", BODY),
          DataApiFixture.number("rows", ROWS));
      new DataApiBenchmark(api, pool).run();
    }
  }

  private void run() throws IOException {
    System.out.println("| statement | | p50 | p95 |");
    System.out.println("|---|---|---:|---:|");
    measureServerThatDoesNothing();
    compare("select of one JSON row", this::selectByDataApi, this::selectByJdbc);
    compare("insert returning its id", this::insertByDataApi, this::insertByJdbc);
  }

  /** What the SDK and HTTP take by themselves. */
  private static void measureServerThatDoesNothing() throws IOException {
    byte[] answer = Answers.updated(0);
    HttpServer idle = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    idle.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    idle.start();
    URI uri = URI.create("http://localhost:" + idle.getAddress().getPort());
    ExecuteStatementRequest request = DataApiFixture.statement("select 1").build();
    long[] nanos = new long[ROUNDS * CALLS_A_ROUND];
    try (RdsDataClient client = DataApiFixture.client(uri)) {
      Work call = _ -> require(client.executeStatement(request).toString());
      measure(call, new long[WARM_UP], 0, WARM_UP);
      measure(call, nanos, 0, nanos.length);
    } finally {
      idle.stop(0);
    }
    Arrays.sort(nanos);
    row("none", "SDK and HTTP alone", millis(nanos, 50), millis(nanos, 95), "%.2f ms");
  }

  private static void compare(String name, Work byDataApi, Work byJdbc) {
    measure(byDataApi, new long[WARM_UP], 0, WARM_UP);
    measure(byJdbc, new long[WARM_UP], 0, WARM_UP);
    long[] dataApi = new long[ROUNDS * CALLS_A_ROUND];
    long[] jdbc = new long[ROUNDS * CALLS_A_ROUND];
    for (int round = 0; round < ROUNDS; round++) {
      measure(byDataApi, dataApi, round * CALLS_A_ROUND, CALLS_A_ROUND);
      measure(byJdbc, jdbc, round * CALLS_A_ROUND, CALLS_A_ROUND);
    }
    Arrays.sort(dataApi);
    Arrays.sort(jdbc);
    row(name, "Data API", millis(dataApi, 50), millis(dataApi, 95), "%.2f ms");
    row("", "JDBC", millis(jdbc, 50), millis(jdbc, 95), "%.2f ms");
    row(
        "",
        "ratio",
        millis(dataApi, 50) / millis(jdbc, 50),
        millis(dataApi, 95) / millis(jdbc, 95),
        "%.1f");
  }

  private static void measure(Work work, long[] nanos, int from, int calls) {
    for (int call = from; call < from + calls; call++) {
      long start = System.nanoTime();
      work.run(call % ROWS + 1);
      nanos[call] = System.nanoTime() - start;
    }
  }

  private static double millis(long[] sorted, int percentile) {
    return sorted[sorted.length * percentile / 100] / 1e6;
  }

  private static void row(String name, String way, double p50, double p95, String form) {
    String cells = "| %s | %s | " + form + " | " + form + " |%n";
    System.out.printf(Locale.ROOT, cells, name, way, p50, p95);
  }

  private void selectByDataApi(long id) {
    require(
        api.value("select body::text from tasks where id = :id", DataApiFixture.number("id", id))
            .stringValue());
  }

  private void selectByJdbc(long id) {
    byJdbc("select body::text from tasks where id = ?", it -> it.setLong(1, id));
  }

  private void insertByDataApi(long ignored) {
    SqlParameter body = DataApiFixture.parameter("body", Field.fromStringValue(BODY));
    String sql = "insert into tasks (body) values (cast(:body as jsonb)) returning id::text";
    require(api.value(sql, body).stringValue());
  }

  private void insertByJdbc(long ignored) {
    byJdbc(
        "insert into tasks (body) values (cast(? as jsonb)) returning id::text",
        it -> it.setString(1, BODY));
  }

  private void byJdbc(String sql, Binder binder) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        require(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void require(String value) {
    if (value.isEmpty()) {
      throw new AssertionError("a value expected");
    }
  }

  private interface Work {
    void run(long id);
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }
}
