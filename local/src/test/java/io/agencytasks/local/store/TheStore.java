package io.agencytasks.local.store;

import io.agencytasks.domain.health.CheckHealth;
import io.agencytasks.local.aurora.Aurora;
import io.agencytasks.local.dataapi.DataApiEndpoint;
import io.agencytasks.local.dataapi.DataApiSettings;
import io.agencytasks.local.template.Stack;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The functions' own store, started once for all tests of this package, emptied for each. */
final class TheStore {
  private static final String CLUSTER = "arn:aws:rds:eu-central-1:123456789012:cluster:tasks";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:tasks-AbCdEf";
  private static final String DATABASE = "agency_tasks";

  private static final TheStore STORE = start();

  private final Aurora aurora;
  private final ApplicationContext functions;

  private TheStore(Aurora aurora, ApplicationContext functions) {
    this.aurora = aurora;
    this.functions = functions;
  }

  static TheStore emptied() {
    STORE.tell("truncate users cascade");
    return STORE;
  }

  /** What the functions would be given for this port. */
  <T> T port(Class<T> port) {
    return functions.getBean(port);
  }

  /** Connections of the role that the functions have. */
  DataSource application() {
    return aurora.application();
  }

  /** The first column of the first row, as the superuser sees it. */
  String ask(String sql, @Nullable Object... values) {
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

  long count(String sql, Object... values) {
    return Long.parseLong(ask(sql, values));
  }

  void tell(String sql, Object... values) {
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
      System.setProperty("aws.endpointUrlRdsData", endpoint.uri().toString());
      System.setProperty("aws.region", "eu-central-1");
      System.setProperty("aws.accessKeyId", "test");
      System.setProperty("aws.secretAccessKey", "test");
      var functions = functions();
      // Made while the properties point to this endpoint; others may set them to theirs later.
      functions.getBean(CheckHealth.Store.class).ping();
      Runtime.getRuntime().addShutdownHook(new Thread(aurora::close));
      return new TheStore(aurora, functions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ApplicationContext functions() {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(
            Map.of(
                "database.cluster-arn", CLUSTER,
                "database.secret-arn", SECRET,
                "database.name", DATABASE,
                "doorbells.queue-url", "http://localhost:1/123456789012/bells",
                "lease.seconds", 60))
        .start();
  }
}
