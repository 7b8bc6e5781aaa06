package io.agencytasks.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.local.SdkProperties;
import io.agencytasks.local.aurora.Aurora;
import io.agencytasks.local.dataapi.DataApiEndpoint;
import io.agencytasks.local.dataapi.DataApiSettings;
import io.agencytasks.local.dataapi.RecordedStatement;
import io.agencytasks.local.template.Stack;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a claim of ten costs Postgres when a million tasks are ready, by the number of tenants. */
record ClaimBenchmark(Aurora aurora, RecordedStatement claim) {
  private static final String CLUSTER = "arn:aws:rds:eu-central-1:123456789012:cluster:claims";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:claims-AbCdEf";
  private static final String DATABASE = "agency_tasks";
  private static final int TASKS = 1_000_000;
  private static final int TIMES = 50;
  private static final JsonMapper JSON = new JsonMapper();

  private static final String TEN_ROWS =
      "explain (analyze, buffers, format json) select * from agency_tasks order by id limit 10";

  /** One run as Postgres accounts for it. */
  private record Cost(double millis, long pages) {
    static Cost of(String explained) throws Exception {
      JsonNode top = JSON.readTree(explained).path(0);
      return new Cost(
          top.path("Execution Time").asDouble(),
          top.at("/Plan/Shared Hit Blocks").asLong() + top.at("/Plan/Shared Read Blocks").asLong());
    }
  }

  /** Makes a database of its own, measures, and prints a row for each number of tenants. */
  static void run(Path home) throws Exception {
    var database = new Stack.Database(CLUSTER, DATABASE, SECRET, "agency_tasks_app");
    var settings =
        new Aurora.Settings(
            home.resolve("claims"), home.resolve("postgres-17"), home.resolve("claims.log"), true);
    try (Aurora aurora = Aurora.start(settings, database)) {
      ClaimBenchmark benchmark = new ClaimBenchmark(aurora, recorded(aurora));
      Table table =
          new Table(
              "tenants",
              "claim of ten p50 ms",
              "best",
              "pages",
              "ten rows p50 ms",
              "best",
              "pages");
      for (int tenants : List.of(100, 1_000)) {
        Benchmark.progress("Loading a million ready tasks of %d tenants".formatted(tenants));
        benchmark.load(tenants);
        benchmark.measure(tenants, table);
      }
      Benchmark.print(table);
    }
  }

  private void measure(int tenants, Table table) throws Exception {
    try (Connection connection = aurora.application().getConnection()) {
      connection.setAutoCommit(false);
      List<Cost> claims = new ArrayList<>();
      List<Cost> reads = new ArrayList<>();
      for (int n = 0; n < TIMES; n++) {
        claims.add(Cost.of(claim.explained(connection)));
        connection.rollback();
        try (var statement = connection.createStatement();
            var plan = statement.executeQuery(TEN_ROWS)) {
          plan.next();
          reads.add(Cost.of(plan.getString(1)));
        }
      }
      table.row(
          tenants,
          median(claims, Cost::millis),
          claims.stream().mapToDouble(Cost::millis).min().orElseThrow(),
          (long) median(claims, Cost::pages),
          median(reads, Cost::millis),
          reads.stream().mapToDouble(Cost::millis).min().orElseThrow(),
          (long) median(reads, Cost::pages));
    }
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
    return costs.stream().mapToDouble(of).sorted().skip(TIMES / 2).findFirst().orElseThrow();
  }

  private void load(int tenants) throws SQLException {
    try (Connection connection = aurora.superuser().getConnection();
        var statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "set session_replication_role = replica",
              "set synchronous_commit = off",
              "truncate users cascade",
              "insert into users (id, subject) overriding system value"
                  + " select n, 'tenant-' || n from generate_series(1, %d) n".formatted(tenants),
              """
              insert into agency_tasks (
                user_id, source_type, title, task_type, lane, triggered_by, released_at, run_order)
              select 1 + n %% %d, 'manual', 'Call', 'api_call', 'standard', 'automatic',
                     now() - make_interval(secs => n), now() - make_interval(secs => n)
              from generate_series(1, %d) n
              """
                  .formatted(tenants, TASKS),
              "insert into ready_tenants (user_id) select id from users",
              "vacuum analyze agency_tasks",
              "vacuum analyze ready_tenants",
              "vacuum analyze task_executions")) {
        statement.execute(sql);
      }
    }
  }

  /** The claim of ten as the functions send it. */
  private static RecordedStatement recorded(Aurora aurora) throws Exception {
    DataApiEndpoint endpoint =
        DataApiEndpoint.start(
            new DataApiSettings(CLUSTER, SECRET, DATABASE),
            aurora.application(),
            Clock.systemUTC());
    try (endpoint;
        Recorder recorder = new Recorder(endpoint.uri());
        ApplicationContext functions = functions(recorder)) {
      functions.getBean(RunExecutions.Claims.class).claim(Lane.STANDARD, 10, Duration.ofMinutes(1));
      return RecordedStatement.of(recorder.take().getLast());
    }
  }

  private static ApplicationContext functions(Recorder recorder) {
    return SdkProperties.during(
        Map.of(
            "aws.endpointUrlRdsData", recorder.uri().toString(),
            "aws.region", "eu-central-1",
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test"),
        ClaimBenchmark::functions);
  }

  private static ApplicationContext functions() {
    ApplicationContext functions =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(
                Map.of(
                    "database.cluster-arn", CLUSTER,
                    "database.secret-arn", SECRET,
                    "database.name", DATABASE))
            .start();
    functions.getBean(RunExecutions.Claims.class);
    return functions;
  }
}
