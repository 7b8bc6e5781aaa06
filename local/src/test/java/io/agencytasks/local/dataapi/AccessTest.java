package io.agencytasks.local.dataapi;

import static io.agencytasks.local.dataapi.DataApiFixture.CLUSTER;
import static io.agencytasks.local.dataapi.DataApiFixture.SECRET;
import static io.agencytasks.local.dataapi.DataApiFixture.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseNotFoundException;
import software.amazon.awssdk.services.rdsdata.model.ForbiddenException;
import software.amazon.awssdk.services.rdsdata.model.HttpEndpointNotEnabledException;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.SecretsErrorException;

/** Who is let in, and what counts as a call. */
class AccessTest {
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=local/20261123/eu-central-1/%s/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature="
          + "0".repeat(64);
  private static DataApiFixture api;

  @BeforeAll
  static void start() {
    api = DataApiFixture.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void a_cluster_is_known_by_its_exact_arn() {
    assertThatThrownBy(
            () ->
                api.client.executeStatement(
                    statement("select 1").resourceArn(CLUSTER.replace("tasks", "Tasks")).build()))
        .isInstanceOf(HttpEndpointNotEnabledException.class)
        .hasMessageContaining("HttpEndpoint is not enabled for resource");
  }

  @Test
  void what_is_no_arn_of_a_cluster_is_a_bad_request() {
    assertThatThrownBy(
            () -> api.client.executeStatement(statement("select 1").resourceArn("tasks").build()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(
            () -> api.client.executeStatement(statement("select 1").resourceArn(null).build()))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void an_unknown_secret_opens_nothing() {
    assertThatThrownBy(
            () ->
                api.client.executeStatement(statement("select 1").secretArn(SECRET + "x").build()))
        .isInstanceOf(SecretsErrorException.class);
  }

  @Test
  void a_secret_of_another_account_is_forbidden() {
    String foreign = SECRET.replace("123456789012", "210987654321");

    assertThatThrownBy(
            () -> api.client.executeStatement(statement("select 1").secretArn(foreign).build()))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void an_unknown_database_is_not_found() {
    assertThatThrownBy(
            () -> api.client.executeStatement(statement("select 1").database("other").build()))
        .isInstanceOf(DatabaseNotFoundException.class);
    assertThatThrownBy(
            () ->
                api.client.beginTransaction(
                    it -> it.resourceArn(CLUSTER).secretArn(SECRET).database("other")))
        .isInstanceOf(DatabaseNotFoundException.class);
  }

  @Test
  void a_statement_outside_a_transaction_must_name_its_database() {
    assertThatThrownBy(
            () -> api.client.executeStatement(statement("select 1").database(null).build()))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void the_schema_parameter_is_refused() {
    assertThatThrownBy(
            () -> api.client.executeStatement(statement("select 1").schema("public").build()))
        .isInstanceOfSatisfying(
            RdsDataException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
        .hasMessageContaining("The schema parameter isn't supported");
  }

  @Test
  void a_call_without_a_signature_is_refused() throws Exception {
    HttpResponse<String> answer = post("/Execute", "{}", "");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("MissingAuthenticationTokenException");
  }

  @Test
  void a_signature_for_another_service_is_refused() throws Exception {
    assertThat(errorType(post("/Execute", "{}", SIGNATURE.formatted("sqs"))))
        .isEqualTo("InvalidSignatureException");
    assertThat(errorType(post("/Execute", "{}", "Bearer token")))
        .isEqualTo("InvalidSignatureException");
  }

  @Test
  void a_body_that_is_no_call_is_refused() throws Exception {
    for (String body : new String[] {"", "{", "[]", "{\"sql\": 7}", "{\"parameters\": {}}"}) {
      assertThat(errorType(post("/Execute", body, SIGNATURE.formatted("rds-data"))))
          .isEqualTo("SerializationException");
    }
  }

  @Test
  void a_path_without_an_operation_is_unknown() throws Exception {
    assertThat(errorType(post("/ExecuteSql", "{}", SIGNATURE.formatted("rds-data"))))
        .isEqualTo("UnknownOperationException");
  }

  @Test
  void calls_are_counted_by_operation() {
    long all = api.endpoint.statements();
    long begun = api.endpoint.calls(Operation.BEGIN_TRANSACTION);
    api.rollBack(api.begin());
    api.execute("select 1");

    assertThat(api.endpoint.statements()).isEqualTo(all + 3);
    assertThat(api.endpoint.calls(Operation.BEGIN_TRANSACTION)).isEqualTo(begun + 1);
  }

  private static String errorType(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-amzn-ErrorType").orElseThrow();
  }

  private static HttpResponse<String> post(String path, String body, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.endpoint.uri().resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
