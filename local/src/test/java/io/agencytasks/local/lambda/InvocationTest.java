package io.agencytasks.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.lambda.Invocation.Answered;
import io.agencytasks.local.lambda.Invocation.Failed;
import org.junit.jupiter.api.Test;

class InvocationTest {
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void an_http_handler_gets_a_typed_event_and_its_response_becomes_json() throws Exception {
    var event = "{\"rawPath\":\"/v1/tasks\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";

    JsonNode response = answer(Functions.invoke(Handlers.Http.class, event));

    assertThat(response.path("statusCode").intValue()).isEqualTo(200);
    assertThat(response.path("body").textValue()).isEqualTo("GET /v1/tasks");
  }

  @Test
  void a_queue_handler_reads_lambdas_capitalised_records() throws Exception {
    var event = "{\"Records\":[{\"messageId\":\"m-1\",\"eventSourceARN\":\"arn\",\"body\":\"b\"}]}";

    JsonNode response = answer(Functions.invoke(Handlers.Queue.class, event));

    assertThat(response)
        .isEqualTo(json.readTree("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}"));
  }

  @Test
  void a_stream_handler_gets_the_bytes_as_they_are() {
    assertThat(Functions.invoke(Handlers.Copy.class, "{ \"ü\" : 1}"))
        .isEqualTo(new Answered("{ \"ü\" : 1}"));
  }

  @Test
  void a_handler_knows_its_invocation() throws Exception {
    JsonNode said = answer(Functions.invoke(Handlers.Introspection.class, "{}"));

    assertThat(said.path("requestId").textValue()).hasSize(36);
    assertThat(said.path("name").textValue()).isEqualTo("Tested");
    assertThat(said.path("arn").textValue())
        .isEqualTo("arn:aws:lambda:eu-central-1:123456789012:function:Tested");
    assertThat(said.path("memory").intValue()).isEqualTo(512);
    assertThat(said.path("remaining").intValue()).isBetween(10_000, 20_000);
  }

  @Test
  void an_event_that_is_not_json_fails() {
    assertThat(Functions.invoke(Handlers.Http.class, "{")).isInstanceOf(Failed.class);
  }

  @Test
  void an_answer_over_six_megabytes_fails() {
    var most = Lambda.MAX_PAYLOAD_BYTES - 2;

    assertThat(Functions.invoke(Handlers.Wordy.class, "" + most)).isInstanceOf(Answered.class);
    assertThat(Functions.invoke(Handlers.Wordy.class, "" + (most + 1)))
        .isInstanceOfSatisfying(
            Failed.class,
            f -> assertThat(f.errorType()).isEqualTo("Function.ResponseSizeTooLarge"));
  }

  @Test
  void a_function_that_the_template_does_not_have_cannot_be_invoked() {
    try (FunctionHost host = Functions.host(Handlers.Copy.class)) {
      assertThatThrownBy(() -> host.invoke("Other", "{}")).hasMessageContaining("Other");
    }
  }

  private JsonNode answer(Invocation invocation) throws Exception {
    assertThat(invocation).isInstanceOf(Answered.class);
    return json.readTree(((Answered) invocation).json());
  }
}
