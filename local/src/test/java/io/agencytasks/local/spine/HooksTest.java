package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is sent to a webhook's URL: who is let in, what it comes to, and what a repeat gets. */
class HooksTest {
  private static final String MAPPED =
      """
      {"mapping": {"title": "/title", "sender": "/from", "priority": "/priority"}}
      """;

  private final Caller caller = Caller.somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());

  @Test
  void a_signed_message_becomes_a_task_that_the_bot_does() throws Exception {
    try (var target = new Target()) {
      String url = target.uri("/orders").toString();
      var hook =
          new Hook(
              caller,
              """
              {"name": "Orders", "channel": "custom", "verification": "standard",
               "defaults": {"taskType": "api_call", "executionConfig": {"url": "%s"}, "tags": ["shop"]},
               "rules": {"mapping": {"title": "/order/title", "sender": "/from",
                                     "metadata": {"order": "/order/id"}},
                         "phrases": [{"phrase": "asap", "urgency": "urgent"}]}}
              """
                  .formatted(url));
      String body =
          "{\"order\":{\"id\":17,\"title\":\"Two desks asap #high\"},\"from\":\"ann@example.com\"}";

      HttpResponse<String> answer = hook.sign("msg_1", body);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      JsonNode task = caller.ended(Caller.json(answer).path("taskId").asLong());
      assertThat(task.path("status").asText()).isEqualTo("completed");
      assertThat(target.calls("/orders")).isEqualTo(1);
      assertThat(task.path("title").asText()).isEqualTo("Two desks asap");
      assertThat(task.path("priority").asText()).isEqualTo("high");
      assertThat(task.path("urgency").asText()).isEqualTo("urgent");
      assertThat(task.path("metadata").path("order").asInt()).isEqualTo(17);
      assertThat(task.path("originalMessage").asText()).isEqualTo(body);
      assertThat(task.path("sourceType").asText()).isEqualTo("webhook_custom");
      assertThat(task.path("sourceWebhookId").asLong()).isEqualTo(hook.id());
      assertThat(task.path("sourceMessage").path("sender").asText()).isEqualTo("ann@example.com");
      assertThat(task.path("sourceMessage").path("body").asText()).isEqualTo(body);
      assertThat(task.path("conversationId")).isEqualTo(hook.message().path("conversationId"));
      assertThat(caller.events(task.path("id").asLong()).getFirst().path("actor").asText())
          .isEqualTo("webhook");
    }
  }

  @Test
  void a_repeat_gets_the_same_answer_and_makes_nothing() {
    var hook = Hook.signed(caller, MAPPED);
    HttpResponse<String> first = hook.sign("msg_1", "{\"title\":\"Once\"}");

    HttpResponse<String> again = hook.sign("msg_1", "{\"title\":\"Once\"}");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(hook.message().path("repeats").asInt()).isEqualTo(1);
    assertThat(total()).isEqualTo(1);
  }

  @Test
  void a_hundred_copies_at_once_are_one_task() throws Exception {
    var hook = Hook.signed(caller, MAPPED);

    List<HttpResponse<String>> answers =
        Together.times(100, () -> hook.sign("msg_1", "{\"title\":\"Once\",\"from\":\"ann\"}"));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 202);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(1);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
    assertThat(total()).isEqualTo(1);
  }

  @Test
  void many_of_one_sender_at_once_are_one_conversation() throws Exception {
    var hook = Hook.signed(caller, MAPPED);
    var number = new AtomicInteger();

    List<HttpResponse<String>> answers =
        Together.times(
            20,
            () ->
                hook.sign("msg_" + number.incrementAndGet(), "{\"title\":\"A\",\"from\":\"ann\"}"));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
    assertThat(Caller.json(caller.get("/v1/conversations")).path("total").asInt()).isEqualTo(1);
    assertThat(total()).isEqualTo(20);
  }

  @Test
  void the_unknown_the_forged_the_stale_and_the_disabled_are_answered_alike() throws Exception {
    var hook = Hook.signed(caller, MAPPED);
    var disabled = Hook.signed(caller, MAPPED);
    caller.send("PATCH", disabled.path(), "{\"enabled\":false}");
    String body = "{\"title\":\"Never\"}";
    var signer = new Signer(hook.secret());
    String nowhere = "/v1/hooks/" + UUID.randomUUID();

    List<HttpResponse<String>> answers =
        List.of(
            caller.send("POST", nowhere, body, signer.headers("msg_1", body)),
            caller.send("POST", hook.url(), body + " ", signer.headers("msg_1", body)),
            caller.send("POST", hook.url(), body),
            caller.send(
                "POST",
                hook.url(),
                body,
                signer.headers("msg_1", Instant.now().minusSeconds(302), body)),
            disabled.sign("msg_1", body));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
    assertThat(answers)
        .extracting(answer -> TwoTenants.comparable(answer, 0))
        .containsOnly(TwoTenants.comparable(answers.getFirst(), 0));
    assertThat(rows.of("select id from inbound_messages where webhook_id = ?", hook.id()))
        .isEmpty();
  }

  @Test
  void who_was_disabled_and_is_enabled_takes_messages_again() {
    var hook = Hook.signed(caller, MAPPED);
    assertThat(hook.sign("msg_1", "{\"title\":\"A\"}").statusCode()).isEqualTo(202);
    caller.send("PATCH", hook.path(), "{\"enabled\":false}");
    assertThat(hook.sign("msg_2", "{\"title\":\"B\"}").statusCode()).isEqualTo(401);
    caller.send("PATCH", hook.path(), "{\"enabled\":true}");
    assertThat(hook.sign("msg_2", "{\"title\":\"B\"}").statusCode()).isEqualTo(202);
  }

  @Test
  void more_than_the_webhook_takes_in_a_minute_wait_and_repeats_do_not_count() {
    var hook = Hook.signed(caller, "{\"messagesPerMinute\":2}");
    assertThat(hook.sign("msg_1", "{}").statusCode()).isEqualTo(202);
    assertThat(hook.sign("msg_1", "{}").statusCode()).isEqualTo(200);
    assertThat(hook.sign("msg_2", "{}").statusCode()).isEqualTo(202);

    HttpResponse<String> third = hook.sign("msg_3", "{}");

    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValueAsLong("retry-after").orElseThrow()).isBetween(1L, 60L);
    assertThat(hook.sign("msg_2", "{}").statusCode()).isEqualTo(200);
    assertThat(total()).isEqualTo(2);
  }

  @Test
  void a_token_is_enough_for_a_task_that_somebody_looks_at() {
    var hook = new Hook(caller);

    long byHeader = taskOf(hook.send("{\"title\":\"A\"}"));
    long byUrl = taskOf(caller.post(hook.url() + "?token=" + hook.secret(), "{\"title\":\"A\"}"));

    assertThat(byUrl).isNotEqualTo(byHeader);
    assertThat(caller.task(byHeader).path("requiresHumanReview").asBoolean()).isTrue();
    assertThat(caller.task(byUrl).path("requiresHumanReview").asBoolean()).isTrue();
    assertThat(caller.post(hook.url() + "?token=" + hook.secret() + "x", "{}").statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_large_message_is_kept_whole_behind_a_link() throws Exception {
    var hook = Hook.signed(caller, MAPPED);
    String body = "{\"title\":\"Large\",\"more\":\"%s\"}".formatted("ü".repeat(50_000));

    JsonNode message = caller.task(taskOf(hook.sign("msg_1", body))).path("sourceMessage");

    assertThat(message.path("body").asText().length()).isBetween(8_000, 16_384);
    JsonNode whole = message.path("attachments").path(0);
    assertThat(whole.path("name").asText()).isEqualTo("message.json");
    var link = HttpRequest.newBuilder(URI.create(whole.path("url").asText())).build();
    assertThat(HttpClient.newHttpClient().send(link, BodyHandlers.ofString()).body())
        .isEqualTo(body);
  }

  @Test
  void forms_and_words_are_messages_too() {
    var hook = Hook.signed(caller, MAPPED);
    String form = "title=Two+desks%21&from=ann";
    var headers = new Signer(hook.secret()).headers("msg_1", form);
    var typed = new HashMap<>(headers);
    typed.put("content-type", "application/x-www-form-urlencoded");

    long formed = taskOf(caller.send("POST", hook.url(), form, typed));
    long spoken = taskOf(textOf(hook, "Call Ann back #urgent\nShe waits."));

    assertThat(caller.task(formed).path("title").asText()).isEqualTo("Two desks!");
    assertThat(caller.task(spoken).path("title").asText()).isEqualTo("Call Ann back");
    assertThat(caller.task(spoken).path("urgency").asText()).isEqualTo("urgent");
    assertThat(caller.task(spoken).path("description").asText()).contains("She waits.");
  }

  @Test
  void what_cannot_be_read_is_kept_and_says_why() {
    var hook = Hook.signed(caller, MAPPED);

    HttpResponse<String> broken = hook.sign("msg_1", "{\"title\":");
    HttpResponse<String> wrong = hook.sign("msg_2", "{\"title\":\"A\",\"priority\":\"huge\"}");

    assertThat(broken.statusCode()).isEqualTo(202);
    assertThat(Caller.json(broken).path("taskId").isNull()).isTrue();
    assertThat(Caller.json(wrong).path("taskId").isNull()).isTrue();
    assertThat(hook.message().path("outcome").asText()).isEqualTo("refused");
    assertThat(hook.message().path("outcomeReason").asText())
        .isEqualTo("priority is none of [low, medium, high, critical].");
  }

  @Test
  void two_owners_hear_the_same_sender_apart() {
    var other = Caller.somebody();
    var ours = Hook.signed(caller, MAPPED);
    var theirs = Hook.signed(other, MAPPED);

    long mine = taskOf(ours.sign("msg_1", "{\"title\":\"Mine\",\"from\":\"ann\"}"));
    long yours = taskOf(theirs.sign("msg_1", "{\"title\":\"Yours\",\"from\":\"ann\"}"));

    assertThat(caller.get("/v1/tasks/" + yours).statusCode()).isEqualTo(404);
    assertThat(other.get("/v1/tasks/" + mine).statusCode()).isEqualTo(404);
    assertThat(caller.task(mine).path("conversationId"))
        .isNotEqualTo(other.task(yours).path("conversationId"));
  }

  private static long taskOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(Caller.json(answer).path("taskId").isIntegralNumber()).as(answer.body()).isTrue();
    return Caller.json(answer).path("taskId").asLong();
  }

  private HttpResponse<String> textOf(Hook hook, String text) {
    var headers = new HashMap<>(new Signer(hook.secret()).headers("msg_t", text));
    headers.put("content-type", "text/plain");
    return caller.send("POST", hook.url(), text, Map.copyOf(headers));
  }

  private int total() {
    return Caller.json(caller.get("/v1/tasks")).path("total").asInt();
  }
}
