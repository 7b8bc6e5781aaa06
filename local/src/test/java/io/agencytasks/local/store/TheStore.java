package io.agencytasks.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.bus.PublishEvents;
import io.agencytasks.domain.health.CheckHealth;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.local.SdkProperties;
import io.agencytasks.local.aurora.Aurora;
import io.agencytasks.local.bus.EventBridge;
import io.agencytasks.local.dataapi.DataApiEndpoint;
import io.agencytasks.local.dataapi.DataApiSettings;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.s3.S3;
import io.agencytasks.local.sqs.Sqs;
import io.agencytasks.local.template.Stack;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The functions' own store, started once for all tests that use it, emptied for each. */
public final class TheStore {
  private static final String CLUSTER = "arn:aws:rds:eu-central-1:123456789012:cluster:tasks";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:tasks-AbCdEf";
  private static final String DATABASE = "agency_tasks";
  private static final String BUS = "Bus";
  private static final String BUCKET = "artifacts";
  private static final AwsAccount ACCOUNT = new AwsAccount("123456789012", "eu-central-1");

  private static final TheStore STORE = start();

  private final Aurora aurora;
  private final EventBridge bridge;
  private final ApplicationContext functions;

  private TheStore(Aurora aurora, EventBridge bridge, ApplicationContext functions) {
    this.aurora = aurora;
    this.bridge = bridge;
    this.functions = functions;
  }

  public static TheStore emptied() {
    STORE.tell("truncate users cascade");
    return STORE;
  }

  /** What the functions would be given for this port. */
  public <T> T port(Class<T> port) {
    return functions.getBean(port);
  }

  /** A function's handler, made with this store as the laptop makes it; it may ring doorbells. */
  public <T> T handler(Class<T> type, String name) {
    try {
      var constructor = Class.forName(name).getDeclaredConstructor(ApplicationContext.class);
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance(functions));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The events that were published, of all tests, as listeners receive them; the latest first. */
  List<JsonNode> published() {
    return bridge.recent();
  }

  /** Connections of the role that the functions have. */
  DataSource application() {
    return aurora.application();
  }

  /** Connections of the superuser. */
  public DataSource superuser() {
    return aurora.superuser();
  }

  /** The first column of the first row, as the superuser sees it. */
  public String ask(String sql, @Nullable Object... values) {
    try (var connection = aurora.superuser().getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        statement.setObject(n + 1, values[n]);
      }
      try (var rows = statement.executeQuery()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public long count(String sql, Object... values) {
    return Long.parseLong(ask(sql, values));
  }

  public void tell(String sql, Object... values) {
    try (var connection = aurora.superuser().getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        statement.setObject(n + 1, values[n]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static TheStore start() {
    try {
      var home = Files.createTempDirectory(Path.of("target"), "store");
      var settings =
          new Aurora.Settings(
              home.resolve("postgres"),
              Path.of("target", "postgres-17"),
              home.resolve("postgres.log"),
              true);
      var aurora =
          Aurora.start(settings, new Stack.Database(CLUSTER, DATABASE, SECRET, "agency_tasks_app"));
      var endpoint =
          DataApiEndpoint.start(
              new DataApiSettings(CLUSTER, SECRET, DATABASE),
              aurora.application(),
              Clock.systemUTC());
      var bells = bells();
      var bridge =
          EventBridge.start(
              List.of(new Stack.Bus(BUS)),
              List.of(),
              (function, event) -> new Invocation.Answered("null"),
              ACCOUNT,
              Clock.systemUTC(),
              UUID::randomUUID);
      var s3 =
          S3.start(
              new S3.Settings(home.resolve("s3"), true, "laptop", "laptop"),
              List.of(new Stack.Bucket(BUCKET)));
      var functions =
          SdkProperties.during(
              Map.of(
                  "aws.endpointUrlRdsData",
                  endpoint.uri().toString(),
                  "aws.endpointUrlSqs",
                  bells.uri().toString(),
                  "aws.endpointUrlEventBridge",
                  bridge.uri().toString(),
                  "aws.endpointUrlS3",
                  s3.uri().toString(),
                  "aws.region",
                  "eu-central-1",
                  "aws.accessKeyId",
                  "laptop",
                  "aws.secretAccessKey",
                  "laptop"),
              TheStore::functions);
      Runtime.getRuntime().addShutdownHook(new Thread(aurora::close));
      Runtime.getRuntime().addShutdownHook(new Thread(bells::close));
      Runtime.getRuntime().addShutdownHook(new Thread(bridge::close));
      return new TheStore(aurora, bridge, functions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sqs bells() {
    var sqs = Sqs.start(ACCOUNT);
    sqs.client().createQueue(queue -> queue.queueName("bells"));
    sqs.client().createQueue(queue -> queue.queueName("browser-bells"));
    sqs.client().createQueue(queue -> queue.queueName("event-bells"));
    return sqs;
  }

  private static ApplicationContext functions() {
    var functions = context();
    functions.getBean(CheckHealth.Store.class).ping();
    functions.getBean(Doorbell.class);
    functions.getBean(PublishEvents.class);
    functions.getBean(Artifacts.class);
    functions.getBean(ArtifactLinks.class);
    return functions;
  }

  private static ApplicationContext context() {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(
            Map.of(
                "database.cluster-arn", CLUSTER,
                "database.secret-arn", SECRET,
                "database.name", DATABASE,
                "doorbells.queue-url", "http://localhost:1/123456789012/bells",
                "doorbells.browser-queue-url", "http://localhost:1/123456789012/browser-bells",
                "event-bells.queue-url", "http://localhost:1/123456789012/event-bells",
                "event-bus.name", BUS,
                "artifacts.bucket", BUCKET,
                "lease.seconds", 60))
        .start();
  }
}
