package io.agencytasks.local.dataapi;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** An endpoint with a client of the AWS SDK that knows where it is and what it is called. */
final class DataApiFixture implements AutoCloseable {
  static final String CLUSTER = "arn:aws:rds:eu-central-1:123456789012:cluster:tasks";
  static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:tasks-AbCdEf";
  static final String DATABASE = "postgres";

  private final @Nullable HikariDataSource ownPool;
  final DataApiEndpoint endpoint;
  final RdsDataClient client;

  DataApiFixture(DataApiSettings settings, DataSource dataSource, Clock clock) {
    this(settings, dataSource, clock, null);
  }

  private DataApiFixture(
      DataApiSettings settings,
      DataSource dataSource,
      Clock clock,
      @Nullable HikariDataSource ownPool) {
    try {
      this.endpoint = DataApiEndpoint.start(settings, dataSource, clock);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    this.client = client(endpoint.uri());
    this.ownPool = ownPool;
  }

  static DataApiFixture start() {
    return start(settings(), Clock.systemUTC());
  }

  static DataApiFixture start(DataApiSettings settings, Clock clock) {
    HikariDataSource pool = TestDatabase.pool();
    return new DataApiFixture(settings, pool, clock, pool);
  }

  static DataApiSettings settings() {
    return new DataApiSettings(CLUSTER, SECRET, DATABASE);
  }

  static RdsDataClient client(URI endpoint) {
    return RdsDataClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(it -> it.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  /** A request that lacks nothing but its parameters. */
  static ExecuteStatementRequest.Builder statement(String sql) {
    return ExecuteStatementRequest.builder()
        .resourceArn(CLUSTER)
        .secretArn(SECRET)
        .database(DATABASE)
        .sql(sql);
  }

  ExecuteStatementResponse execute(String sql, SqlParameter... parameters) {
    return client.executeStatement(statement(sql).parameters(parameters).build());
  }

  ExecuteStatementResponse executeIn(String transaction, String sql, SqlParameter... parameters) {
    return client.executeStatement(
        statement(sql).transactionId(transaction).parameters(parameters).build());
  }

  /** The only row of a result. */
  List<Field> row(String sql, SqlParameter... parameters) {
    List<List<Field>> records = execute(sql, parameters).records();
    if (records.size() != 1) {
      throw new AssertionError("one row expected, not " + records);
    }
    return records.getFirst();
  }

  /** The only value of the only row. */
  Field value(String sql, SqlParameter... parameters) {
    return row(sql, parameters).getFirst();
  }

  String begin() {
    return client
        .beginTransaction(it -> it.resourceArn(CLUSTER).secretArn(SECRET).database(DATABASE))
        .transactionId();
  }

  String commit(String transaction) {
    return client
        .commitTransaction(
            it -> it.resourceArn(CLUSTER).secretArn(SECRET).transactionId(transaction))
        .transactionStatus();
  }

  String rollBack(String transaction) {
    return client
        .rollbackTransaction(
            it -> it.resourceArn(CLUSTER).secretArn(SECRET).transactionId(transaction))
        .transactionStatus();
  }

  static SqlParameter text(String name, String value) {
    return parameter(name, Field.fromStringValue(value));
  }

  static SqlParameter number(String name, long value) {
    return parameter(name, Field.fromLongValue(value));
  }

  static SqlParameter nothing(String name) {
    return parameter(name, Field.fromIsNull(true));
  }

  static SqlParameter hinted(String name, String hint, String value) {
    return SqlParameter.builder()
        .name(name)
        .typeHint(hint)
        .value(Field.fromStringValue(value))
        .build();
  }

  static SqlParameter parameter(String name, Field value) {
    return SqlParameter.builder().name(name).value(value).build();
  }

  static List<SqlParameter> set(SqlParameter... parameters) {
    return Arrays.asList(parameters);
  }

  @Override
  public void close() {
    client.close();
    endpoint.close();
    if (ownPool != null) {
      ownPool.close();
    }
  }
}
