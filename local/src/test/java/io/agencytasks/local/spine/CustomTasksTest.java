package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Endpoint.accepts;
import static io.agencytasks.local.spine.Endpoint.awaitStatus;
import static io.agencytasks.local.spine.Endpoint.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.contract.Contract;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks of type custom, and what an agency's own endpoint may answer to them. */
class CustomTasksTest {
  private final Caller caller = Caller.somebody();
  private Endpoint endpoint;

  @BeforeEach
  void listen() throws Exception {
    endpoint = new Endpoint();
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void an_endpoint_that_answers_with_an_outcome_has_done_it() {
    ATask task = endpoint.task(says("{'outcome':'done','summary':'7 found','result':{'n':7}}"));
    ObjectNode config = task.fields().withObject("/executionConfig");
    config.putObject("data").put("client", 17);

    JsonNode done = caller.ended(Endpoint.create(caller, task));

    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.at("/result/n").asInt()).isEqualTo(7);
    assertThat(done.path("resultSummary").asText()).isEqualTo("7 found");
    JsonNode sent = endpoint.message(1).body();
    assertThat(Contract.ours().faults("TaskMessage", sent)).isEmpty();
    assertThat(sent.path("taskId")).isEqualTo(done.path("id"));
    assertThat(sent.path("taskUuid")).isEqualTo(done.path("taskUuid"));
    assertThat(sent.at("/data/client").asInt()).isEqualTo(17);
    assertThat(sent.path("attempt").asInt()).isOne();
    assertThat(sent.path("input").isNull()).isTrue();
    assertThat(Instant.parse(sent.at("/callback/expiresAt").asText()))
        .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
    assertThat(endpoint.message(1).id()).isEqualTo(done.at("/executions/0/executionUuid").asText());
    assertThat(Endpoint.log(done).getFirst()).startsWith("Posting the task to localhost, which");
    assertThat(Endpoint.log(done).getLast()).isEqualTo("POST localhost answered 200.");
  }

  @Test
  void an_answer_without_a_body_means_done() {
    JsonNode done =
        caller.ended(
            Endpoint.create(
                caller, endpoint.task(exchange -> exchange.sendResponseHeaders(204, -1))));

    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.path("result").isNull()).isTrue();
    assertThat(done.path("resultSummary").asText()).isEqualTo("POST localhost answered 204.");
  }

  @Test
  void what_it_asks_is_answered_by_a_person_and_the_next_attempt_has_the_answer() {
    ATask task =
        endpoint.task(
            says("{'outcome':'needs_input','prompt':'Which client?'}"), says("{'outcome':'done'}"));
    long id = Endpoint.create(caller, task);
    JsonNode asking = awaitStatus(caller, id, "waiting_input");
    assertThat(asking.path("statusReason").asText()).isEqualTo("Which client?");

    caller.act(id, "input", "{'input':{'client':18}}");

    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
    JsonNode second = endpoint.message(2).body();
    assertThat(second.at("/input/client").asInt()).isEqualTo(18);
    assertThat(second.path("attempt").asInt()).isEqualTo(2);
  }

  @Test
  void an_attempt_that_it_wants_repeated_is_another_message_about_the_same_task() {
    ATask task =
        endpoint.task(
            says("{'outcome':'retry','code':'SITE_DOWN','message':'503','afterSeconds':0}"),
            Target.reply(503, "busy"),
            says("{'outcome':'done'}"));

    JsonNode done = caller.ended(Endpoint.create(caller, task));

    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.at("/executions/2/errorCode").asText()).isEqualTo("SITE_DOWN");
    assertThat(done.at("/executions/1/errorCode").asText()).isEqualTo("HTTP_503");
    assertThat(endpoint.message(2).id()).isNotEqualTo(endpoint.message(1).id());
    assertThat(endpoint.message(2).body().path("taskUuid"))
        .isEqualTo(endpoint.message(1).body().path("taskUuid"));
  }

  @Test
  void it_may_be_told_to_come_again_later() {
    ATask task = endpoint.task(says("{'outcome':'run_later','until':'2099-01-01T00:00:00Z'}"));

    JsonNode deferred = awaitStatus(caller, Endpoint.create(caller, task), "deferred");

    assertThat(deferred.path("statusReason").asText())
        .isEqualTo("Its executor asked to run it later.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "200|{'outcome':'give_up','code':'NO_CLIENT','message':'No such client.'}|NO_CLIENT|No such"
            + " client.",
        "200|{'outcome':'maybe'}|OUTCOME_MALFORMED|outcome must be one of done, retry, give_up",
        "200|{'result':1}|OUTCOME_MALFORMED|outcome is required",
        "200|{'outcome':'retry','afterSeconds':-1}|OUTCOME_MALFORMED|message is required;"
            + " afterSeconds must be",
        "200|{'outcome':'done','outcome':'done'}|OUTCOME_MALFORMED|it must be well-formed JSON"
            + " without duplicate keys",
        "200|<html>Hello</html>|OUTCOME_MALFORMED|it must be well-formed JSON",
        "422|{}|HTTP_422|POST localhost answered 422. Answer 200 with an outcome, or 202 and call"
            + " back.",
        "302|{}|HTTP_302|Redirects are not followed",
      })
  void what_fails_for_good_says_what_to_do(int status, String body, String code, String says) {
    ATask task = endpoint.task(Target.reply(status, body.replace('\'', '"')));

    JsonNode failed = caller.ended(Endpoint.create(caller, task));

    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("executions")).hasSize(1);
    assertThat(failed.at("/executions/0/errorCode").asText()).isEqualTo(code);
    assertThat(failed.path("lastError").asText()).contains(says);
    assertThat(Endpoint.log(failed).getLast()).isEqualTo(failed.path("lastError").asText());
  }

  @Test
  void an_endpoint_that_was_too_slow_may_have_acted_and_a_person_is_asked() {
    var never = new CountDownLatch(1);
    ATask task = endpoint.task(Target.heldBy(never)).withConfig("timeoutSeconds", 1);

    JsonNode asking = awaitStatus(caller, Endpoint.create(caller, task), "waiting_input");

    assertThat(asking.path("statusReason").asText()).startsWith("It may have run");
    assertThat(asking.at("/executions/0/errorCode").asText()).isEqualTo("TIMED_OUT");
  }

  @ParameterizedTest
  @CsvSource({"swordfish, SECRET_UNUSABLE", "whsec_dG9vIHNob3J0, SECRET_UNUSABLE"})
  void nothing_is_posted_that_cannot_be_signed(String secret, String code) {
    ATask task = endpoint.task(accepts());
    caller.send("PUT", "/v1/secrets/executors_key", "{\"value\":\"%s\"}".formatted(secret));

    JsonNode failed = caller.ended(caller.create(task));

    assertThat(failed.at("/executions/0/errorCode").asText()).isEqualTo(code);
    assertThat(failed.toString()).doesNotContain(secret);
    assertThat(Endpoint.log(failed)).noneMatch(line -> line.startsWith("Posting"));
  }

  @Test
  void nothing_is_posted_without_a_secret_of_its_owners() {
    Endpoint.create(Caller.somebody(), ATask.idle());

    JsonNode failed = caller.ended(caller.create(endpoint.task(accepts())));

    assertThat(failed.at("/executions/0/errorCode").asText()).isEqualTo("SECRET_NOT_FOUND");
  }

  @Test
  void a_configuration_is_checked_when_the_task_is_made() {
    ATask task = ATask.of("custom");
    ObjectNode config = task.fields().putObject("executionConfig");
    config.put("url", "ftp://x").put("secret", "whsec_x").put("callbackSeconds", 59);
    config.put("data", 1).put("method", "GET");

    HttpResponse<String> refused = caller.post("/v1/tasks", task.json());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "executionConfig.url",
            "executionConfig.secret",
            "executionConfig.callbackSeconds",
            "executionConfig.data",
            "executionConfig.method");
  }
}
