package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Webhooks are made, shown, changed and deleted, and their secrets are shown once. */
class WebhooksTest {
  private static final String DEFAULTS =
      "\"defaults\":{\"taskType\":\"reminder\",\"executionType\":\"manual_trigger\"}";

  private final Caller caller = Caller.somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());

  @Test
  void a_secret_is_shown_once_and_stored_as_nobody_can_read_it() throws Exception {
    var hook = Hook.signed(caller, "{}");

    assertThat(hook.secret()).matches("whsec_[A-Za-z0-9]{44}");
    assertThat(caller.get(hook.path()).body()).doesNotContain(hook.secret());
    assertThat(caller.get("/v1/webhooks").body()).doesNotContain(hook.secret());
    assertThat(rows.of("select to_jsonb(w) from user_webhooks w where id = ?", hook.id()))
        .noneMatch(row -> row.contains(hook.secret()) || row.contains(hook.secret().substring(6)));
    assertThat(Caller.json(caller.send("PATCH", hook.path(), "{\"name\":\"B\"}")).has("secret"))
        .isFalse();
  }

  @Test
  void after_a_rotation_both_secrets_count_for_a_day() throws Exception {
    var hook = Hook.signed(caller, "{}");
    var before = new Signer(hook.secret());

    JsonNode rotated = Caller.json(caller.post(hook.path() + "/rotate-secret", ""));
    var after = new Signer(rotated.path("secret").asText());

    assertThat(after).isNotEqualTo(before);
    assertThat(send(hook, after, "msg_1").statusCode()).isEqualTo(202);
    assertThat(send(hook, before, "msg_2").statusCode()).isEqualTo(202);
    rows.of(
        """
        update user_webhooks
        set previous_until = now() - interval '1 second', version = version + 1
        where id = ?
        """,
        hook.id());
    assertThat(send(hook, after, "msg_3").statusCode()).isEqualTo(202);
    assertThat(send(hook, before, "msg_4").statusCode()).isEqualTo(401);
  }

  @Test
  void the_secret_of_a_sender_may_be_chosen_by_it() {
    var hook =
        new Hook(
            caller,
            "{\"name\":\"A\",\"channel\":\"custom\",\"verification\":\"token\",\"secret\":\"%s\",%s}"
                .formatted("chosen-by-them-0123", DEFAULTS));

    assertThat(hook.secret()).isEqualTo("chosen-by-them-0123");
    assertThat(hook.send("{}").statusCode()).isEqualTo(202);
    assertThat(
            caller
                .post(
                    Hook.signed(caller, "{}").path() + "/rotate-secret",
                    "{\"secret\":\"0123456789abcdef\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void an_address_is_one_webhooks_until_it_lets_go() {
    String number = "+49151" + (10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 80_000_000));
    String sms = "{\"name\":\"Calls\",\"channel\":\"sms\",\"address\":\"%s\",%s}";
    var other = Caller.somebody();
    long ours = id(caller.post("/v1/webhooks", sms.formatted(number, DEFAULTS)));
    assertThat(other.post("/v1/webhooks", sms.formatted(number, DEFAULTS)).statusCode())
        .isEqualTo(409);

    caller.send("PATCH", "/v1/webhooks/" + ours, "{\"enabled\":false}");

    assertThat(other.post("/v1/webhooks", sms.formatted(number, DEFAULTS)).statusCode())
        .isEqualTo(201);
    assertThat(caller.send("PATCH", "/v1/webhooks/" + ours, "{\"enabled\":true}").statusCode())
        .isEqualTo(409);
    assertThat(caller.post("/v1/webhooks/" + ours + "/rotate-secret", "").statusCode())
        .isEqualTo(409);
  }

  @Test
  void what_does_not_fit_the_channel_is_refused() {
    for (String wrong :
        new String[] {
          "\"channel\":\"sms\"",
          "\"channel\":\"sms\",\"address\":\"tasks@example.com\"",
          "\"channel\":\"email\",\"address\":\"+4915112345678\"",
          "\"channel\":\"email\",\"address\":\"a@b.com\",\"verification\":\"standard\"",
          "\"channel\":\"custom\"",
          "\"channel\":\"custom\",\"verification\":\"token\",\"address\":\"a@b.com\"",
          "\"channel\":\"custom\",\"verification\":\"standard\",\"secret\":\"0123456789abcdef\""
        }) {
      String body = "{\"name\":\"A\",%s,%s}".formatted(wrong, DEFAULTS);
      assertThat(caller.post("/v1/webhooks", body).statusCode()).as(wrong).isEqualTo(400);
    }
    var hook = Hook.signed(caller, "{}");
    assertThat(caller.send("PATCH", hook.path(), "{\"address\":\"a@b.com\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_webhook_whose_messages_could_never_be_tasks_is_refused() {
    String untyped = "{\"name\":\"A\",\"channel\":\"custom\",\"verification\":\"token\"}";

    HttpResponse<String> refused = caller.post("/v1/webhooks", untyped);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).at("/errors/0/field").asText()).isEqualTo("defaults.taskType");
  }

  @Test
  void tasks_start_with_a_template_of_the_owners_and_of_nobody_elses() {
    long template = template(caller);
    String from =
        "{\"name\":\"A\",\"channel\":\"custom\",\"verification\":\"token\",\"templateId\":%d}";
    var hook = new Hook(caller, from.formatted(template));

    long task = Caller.json(hook.send("{\"any\":1}")).path("taskId").asLong();

    assertThat(caller.task(task).path("category").asText()).isEqualTo("from the template");
    assertThat(caller.task(task).path("title").asText()).isEqualTo("Of the template");
    assertThat(caller.task(task).path("templateId").asLong()).isEqualTo(template);
    HttpResponse<String> foreign =
        caller.post("/v1/webhooks", from.formatted(template(Caller.somebody())));
    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(Caller.json(foreign).at("/errors/0/field").asText()).isEqualTo("templateId");
  }

  @Test
  void a_trial_shows_the_task_that_then_comes_and_stores_nothing() {
    var hook = Hook.signed(caller, "{\"mapping\":{\"title\":\"/title\"}}");
    String sample = "{\"payload\":{\"title\":\"Two desks #high\"}}";

    JsonNode trial = Caller.json(caller.post(hook.path() + "/dry-run", sample));

    assertThat(trial.path("outcome").asText()).isEqualTo("task");
    assertThat(trial.at("/task/title").asText()).isEqualTo("Two desks");
    assertThat(trial.at("/task/priority").asText()).isEqualTo("high");
    assertThat(hook.message().isMissingNode()).isTrue();
    assertThat(Caller.json(caller.get("/v1/tasks")).path("total").asInt()).isZero();
  }

  @Test
  void what_old_rules_refused_is_looked_at_again_by_new_ones_and_once() {
    var hook =
        Hook.signed(caller, "{\"mapping\":{\"sender\":\"/from\"},\"blockedSenders\":[\"ann\"]}");
    hook.sign("msg_1", "{\"from\":\"ann\"}");
    JsonNode refused = hook.message();
    String replay = hook.path() + "/messages/" + refused.path("id").asLong() + "/replay";
    assertThat(refused.path("outcomeReason").asText())
        .isEqualTo("The sender is one of blockedSenders.");
    assertThat(Caller.json(caller.post(replay, "")).path("outcome").asText()).isEqualTo("refused");

    caller.send("PATCH", hook.path(), "{\"rules\":{\"mapping\":{\"sender\":\"/from\"}}}");
    JsonNode replayed = Caller.json(caller.post(replay, ""));

    assertThat(replayed.path("outcome").asText()).isEqualTo("task");
    assertThat(caller.task(replayed.path("taskId").asLong()).path("sourceMessageId"))
        .isEqualTo(refused.path("id"));
    assertThat(caller.post(replay, "").statusCode()).isEqualTo(409);
    assertThat(Caller.json(hook.sign("msg_1", "{\"from\":\"ann\"}")).path("taskId"))
        .isEqualTo(replayed.path("taskId"));
  }

  @Test
  void someone_elses_message_is_none_of_ones_own_webhook() {
    var other = new Hook(Caller.somebody());
    other.send("{\"from\":\"nobody\"}");
    String foreign = "/messages/" + other.message().path("id").asLong() + "/replay";

    assertThat(caller.post(new Hook(caller).path() + foreign, "").statusCode()).isEqualTo(404);
    assertThat(caller.post(other.path() + foreign, "").statusCode()).isEqualTo(404);
  }

  @Test
  void a_webhook_that_is_deleted_takes_nothing_and_its_tasks_stay() {
    var hook = Hook.signed(caller, "{}");
    long task = Caller.json(hook.sign("msg_1", "{}")).path("taskId").asLong();
    String stale = "\"9\"";
    assertThat(caller.send("DELETE", hook.path(), "", Map.of("if-match", stale)).statusCode())
        .isEqualTo(412);

    assertThat(caller.send("DELETE", hook.path(), "").statusCode()).isEqualTo(200);

    assertThat(hook.sign("msg_2", "{}").statusCode()).isEqualTo(401);
    assertThat(caller.get(hook.path()).statusCode()).isEqualTo(404);
    assertThat(caller.task(task).path("sourceWebhookId").asLong()).isEqualTo(hook.id());
    assertThat(caller.task(task).path("sourceMessage").path("id").asLong()).isPositive();
  }

  private static HttpResponse<String> send(Hook hook, Signer signer, String id) {
    return Caller.somebody().send("POST", hook.url(), "{}", signer.headers(id, "{}"));
  }

  private static long template(Caller owner) {
    String body =
        """
        {"name": "%s", "task": {"taskType": "reminder", "executionType": "manual_trigger",
                                "title": "Of the template", "category": "from the template"}}
        """
            .formatted(UUID.randomUUID());
    return id(owner.post("/v1/templates", body));
  }

  private static long id(HttpResponse<String> created) {
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return Caller.json(created).path("id").asLong();
  }
}
