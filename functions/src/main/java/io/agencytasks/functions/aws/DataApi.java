package io.agencytasks.functions.aws;

import io.agencytasks.functions.trace.Trace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** Runs statements on Aurora over the RDS Data API, each in a transaction of its own. */
@Singleton
public final class DataApi {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(50), Duration.ofMillis(250));

  private final RdsDataClient client;
  private final DatabaseSettings settings;
  private final Clock clock;

  DataApi(RdsDataClient client, DatabaseSettings settings, Clock clock) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Runs a statement that selects a kind and a JSON text.
   *
   * @throws io.agencytasks.domain.task.Unavailable when the database is out of reach
   * @throws StatementRefused when Postgres refuses it
   */
  public List<Row> rows(Statement statement) {
    for (var pause : PAUSES) {
      try {
        return once(statement);
      } catch (SdkException failure) {
        if (!DataApiFailure.mayRunAgain(failure, statement)) {
          throw DataApiFailure.translate(failure);
        }
        sleep(pause, failure);
      }
    }
    try {
      return once(statement);
    } catch (SdkException failure) {
      throw DataApiFailure.translate(failure);
    }
  }

  private List<Row> once(Statement statement) {
    long start = clock.millis();
    try {
      return client.executeStatement(request(statement)).records().stream()
          .map(DataApi::row)
          .toList();
    } finally {
      long took = clock.millis() - start;
      Trace.current().ifPresent(trace -> trace.statement(took));
    }
  }

  private ExecuteStatementRequest request(Statement statement) {
    return ExecuteStatementRequest.builder()
        .resourceArn(settings.clusterArn())
        .secretArn(settings.secretArn())
        .database(settings.name())
        .sql(statement.sql())
        .parameters(statement.parameters())
        .build();
  }

  private static Row row(List<Field> columns) {
    return new Row(columns.get(0).stringValue(), columns.get(1).stringValue());
  }

  private static void sleep(Duration pause, SdkException failure) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw DataApiFailure.translate(failure);
    }
  }
}
