package io.agencytasks.local.scale;

import io.agencytasks.domain.health.CheckHealth;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.local.SdkProperties;
import io.agencytasks.local.aurora.Aurora;
import io.agencytasks.local.bench.Recorder;
import io.agencytasks.local.dataapi.DataApiEndpoint;
import io.agencytasks.local.dataapi.DataApiSettings;
import io.agencytasks.local.dataapi.RecordedStatement;
import io.agencytasks.local.template.Stack;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The functions' store on a million tasks, loaded once for all tests of this package. {@link
 * #HEAVY} has 100,000 of them, {@link #MEDIUM} 10,000, and two thousand others share the rest;
 * every tenth task is heavy's (10, 20, …), and every task whose number ends in 5 and that started
 * has three attempts.
 */
final class AMillionTasks {
  static final Owner HEAVY = new Owner("heavy", null, null);
  static final Owner MEDIUM = new Owner("medium", null, null);
  static final Owner LIGHT = new Owner("user-77", null, null);

  private static final String CLUSTER = "arn:aws:rds:eu-central-1:123456789012:cluster:scale";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:scale-AbCdEf";
  private static final String DATABASE = "agency_tasks";

  private static final AMillionTasks LOADED = start();

  private final Aurora aurora;
  private final Recorder recorder;
  private final ApplicationContext functions;
  private final Instant madeAt;

  private AMillionTasks(
      Aurora aurora, Recorder recorder, ApplicationContext functions, Instant madeAt) {
    this.aurora = aurora;
    this.recorder = recorder;
    this.functions = functions;
    this.madeAt = madeAt;
  }

  static AMillionTasks loaded() {
    return LOADED;
  }

  /** The moment that their times lie around. */
  Instant madeAt() {
    return madeAt;
  }

  /** What the functions would be given for this port. */
  <T> T port(Class<T> port) {
    return functions.getBean(port);
  }

  /**
   * Has the functions do something, and says how Postgres goes about each statement that they send
   * for it: the same SQL, bound alike, run once more and taken back.
   */
  List<Plan> plans(Consumer<AMillionTasks> work) {
    return plansAfter("select 1", work);
  }

  /** The same, after a change of the data, which is taken back too. */
  List<Plan> plansAfter(String change, Consumer<AMillionTasks> work) {
    recorder.take();
    work.accept(this);
    return recorder.take().stream().map(call -> plan(change, call)).toList();
  }

  private Plan plan(String change, byte[] call) {
    try (var connection = aurora.application().getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(change);
      }
      var plan = Plan.of(RecordedStatement.of(call).explained(connection));
      connection.rollback();
      return plan;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AMillionTasks start() {
    try {
      var home = Files.createTempDirectory(Path.of("target"), "scale");
      var settings =
          new Aurora.Settings(
              home.resolve("postgres"),
              Path.of("target", "postgres-17"),
              home.resolve("postgres.log"),
              true);
      var aurora =
          Aurora.start(settings, new Stack.Database(CLUSTER, DATABASE, SECRET, "agency_tasks_app"));
      Runtime.getRuntime().addShutdownHook(new Thread(aurora::close));
      var madeAt = Instant.now();
      new Loader(aurora.superuser(), Lane.STANDARD).load();
      var endpoint =
          DataApiEndpoint.start(
              new DataApiSettings(CLUSTER, SECRET, DATABASE),
              aurora.application(),
              Clock.systemUTC());
      var recorder = new Recorder(endpoint.uri());
      return new AMillionTasks(aurora, recorder, functions(recorder), madeAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ApplicationContext functions(Recorder recorder) {
    var theirs =
        Map.of(
            "aws.endpointUrlRdsData", recorder.uri().toString(),
            "aws.region", "eu-central-1",
            "aws.accessKeyId", "laptop",
            "aws.secretAccessKey", "laptop");
    return SdkProperties.during(theirs, AMillionTasks::functions);
  }

  private static ApplicationContext functions() {
    var functions =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(
                Map.of(
                    "database.cluster-arn",
                    CLUSTER,
                    "database.secret-arn",
                    SECRET,
                    "database.name",
                    DATABASE,
                    "doorbells.browser-queue-url",
                    "http://localhost:1/123456789012/browser-bells",
                    "doorbells.queue-url",
                    "http://localhost:1/123456789012/bells",
                    "event-bells.queue-url",
                    "http://localhost:1/123456789012/event-bells",
                    "lease.seconds",
                    60))
            .start();
    functions.getBean(CheckHealth.Store.class).ping();
    return functions;
  }
}
