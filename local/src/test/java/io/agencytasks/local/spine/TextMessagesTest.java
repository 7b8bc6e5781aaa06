package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.template.Stack;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is texted to a number: whose it is, what it comes to, and what is never lost or doubled. */
class TextMessagesTest {
  private static final String ANN = "+4915112345678";
  private static final String TOPIC =
      SharedCloud.cloud().stack().topics().stream()
          .filter(topic -> topic.name().equals("TextMessages"))
          .map(Stack.Topic::arn)
          .findAny()
          .orElseThrow();

  private final Caller caller = Caller.somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());

  @Test
  void a_text_becomes_a_task_that_the_bot_does() {
    AnOwner owner = AnOwner.somebody();
    var line =
        Line.of(
            owner.caller(),
            Line.freshNumber(),
            "{\"taskType\":\"reminder\"}",
            "{\"phrases\":[{\"phrase\":\"asap\",\"urgency\":\"urgent\"}]}");

    JsonNode message =
        line.text(ANN, "Call Ann back asap #high\nShe waits. 🦉👩‍👩‍👧‍👦 ünïcödé 漢字");

    JsonNode task = owner.caller().ended(message.at("/task/id").asLong());
    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.path("title").asText()).isEqualTo("Call Ann back asap");
    assertThat(task.path("priority").asText()).isEqualTo("high");
    assertThat(task.path("urgency").asText()).isEqualTo("urgent");
    assertThat(task.path("sourceType").asText()).isEqualTo("webhook_sms");
    assertThat(task.path("sourceWebhookId").asLong()).isEqualTo(line.id());
    assertThat(task.path("conversationId")).isEqualTo(message.path("conversationId"));
    assertThat(task.at("/sourceMessage/sender").asText()).isEqualTo(ANN);
    assertThat(task.at("/sourceMessage/body").asText())
        .isEqualTo("Call Ann back asap #high\nShe waits. 🦉👩‍👩‍👧‍👦 ünïcödé 漢字")
        .isEqualTo(task.path("originalMessage").asText());
    assertThat(owner.mailbox().only().path("subject").asText()).contains("Call Ann back asap");
  }

  @Test
  void a_hundred_copies_at_once_are_one_task() throws Exception {
    var line = Line.of(caller);

    List<HttpResponse<String>> taken = Together.times(100, () -> line.send(ANN, "Once", "copy"));

    assertThat(taken).extracting(HttpResponse::statusCode).containsOnly(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> line.message("copy").path("repeats").asInt() == 99);
    assertThat(line.messages()).hasSize(1);
    assertThat(tasks(caller)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop.",
        " Stop!! ",
        "unsubscribe",
        "Cancel",
        "END",
        "quit",
        "STOPALL",
        "Stop all",
        "HELP?",
        "info",
        "Start",
        "UNSTOP",
        "opt-out",
        "arrêt"
      })
  void what_operators_act_on_is_recorded(String word) {
    JsonNode message = Line.of(caller).text(ANN, word);

    assertThat(message.path("outcome").asText()).isEqualTo("recorded");
    assertThat(message.path("outcomeReason").asText()).contains("STOP or HELP");
    assertThat(message.path("task").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stop by at noon", "Help me with the desks", "yes", "In", "🦉", " "})
  void whatever_else_is_said_becomes_a_task(String text) {
    assertThat(Line.of(caller).text(ANN, text).path("outcome").asText()).isEqualTo("task");
  }

  @Test
  void what_is_no_text_message_is_counted_and_nothing_of_it_kept() {
    var line = Line.of(caller);
    double before = refused();
    for (String published :
        List.of(
            "no JSON",
            "[]",
            "{} {}",
            "{\"messageBody\":\"Hello\"}",
            line.published(ANN, "Hello", "1").replace("messageBody", "body"),
            line.published(ANN, "Hello", "1").replace("\"Hello\"", "7"),
            line.published(ANN, "Hello", "1").replace("originationNumber", "origin"),
            line.published(ANN, "Hello", ""),
            line.published(ANN, "a".repeat(16 * 1024 + 1), "1"),
            line.published(ANN, "Hello", "1").replace(line.number(), "12345"),
            line.published(ANN, "Hello", "1").replace(line.number(), Line.freshNumber()))) {
      assertThat(invoke(event(TOPIC, published, Instant.now())))
          .as(published)
          .isInstanceOf(Invocation.Answered.class);
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> refused() >= before + 11);
    assertThat(line.messages()).isEmpty();
  }

  @Test
  void what_came_by_another_topic_is_believed_by_nobody() {
    var line = Line.of(caller);
    double before = refused();
    String forged = event(TOPIC + "s", line.published(ANN, "Hello", "1"), Instant.now());

    assertThat(invoke(forged)).isInstanceOf(Invocation.Answered.class);

    await().atMost(Duration.ofSeconds(30)).until(() -> refused() > before);
    assertThat(line.messages()).isEmpty();
  }

  @Test
  void who_cannot_be_answered_and_what_cannot_be_stored_are_kept_as_far_as_they_can_be() {
    var line = Line.of(caller);

    invoke(event(TOPIC, line.published("SHOP", "20 % off", "1"), Instant.now()));
    String halfACharacter =
        line.published(ANN, "Half HALF and \u0000", "2").replace("HALF", "\\ud83e");
    invoke(event(TOPIC, halfACharacter, Instant.now()));

    assertThat(line.message("1").path("outcome").asText()).isEqualTo("refused");
    assertThat(line.message("1").path("sender").asText()).isEqualTo("SHOP");
    assertThat(line.message("2").path("outcome").asText()).isEqualTo("task");
    assertThat(line.message("2").path("body").asText()).startsWith("Half \ufffd and ");
  }

  @Test
  void two_owners_hear_the_same_sender_apart() {
    var other = Caller.somebody();

    JsonNode mine = Line.of(caller).text(ANN, "Mine");
    JsonNode theirs = Line.of(other).text(ANN, "Theirs");

    assertThat(theirs.path("conversationId")).isNotEqualTo(mine.path("conversationId"));
    assertThat(caller.get("/v1/tasks/" + theirs.at("/task/id").asLong()).statusCode())
        .isEqualTo(404);
    assertThat(other.get("/v1/tasks/" + mine.at("/task/id").asLong()).statusCode()).isEqualTo(404);
  }

  @Test
  void a_number_that_moves_brings_its_texts_to_who_has_it_now() {
    var other = Caller.somebody();
    var ours = Line.of(caller);
    ours.text(ANN, "First");
    caller.send("PATCH", ours.path(), "{\"enabled\":false}");
    var theirs = Line.sameNumber(other, ours);

    theirs.text(ANN, "Second");
    other.send("DELETE", theirs.path(), "");
    caller.send("PATCH", ours.path(), "{\"enabled\":true}");
    ours.text(ANN, "Third");

    assertThat(ours.messages())
        .extracting(message -> message.path("body").asText())
        .containsExactly("Third", "First");
    assertThat(tasks(other)).isEqualTo(1);
  }

  @Test
  void a_late_text_has_its_place_in_the_conversation() {
    var line = Line.of(caller);
    Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(90);
    invoke(event(TOPIC, line.published(ANN, "Second", "2"), first.plusSeconds(60)));
    invoke(event(TOPIC, line.published(ANN, "First", "1"), first));
    invoke(event(TOPIC, line.published(ANN, "Third", "3"), first.plusSeconds(3_600)));

    long conversation = line.message("1").path("conversationId").asLong();
    JsonNode said = Caller.json(caller.get("/v1/conversations/" + conversation));

    assertThat(said.path("messages"))
        .extracting(message -> message.path("body").asText())
        .containsExactly("Third", "Second", "First");
    assertThat(said.at("/messages/2/receivedAt").asText()).isEqualTo(first.toString());
    assertThat(Instant.parse(said.at("/messages/0/receivedAt").asText())).isBefore(Instant.now());
    JsonNode page =
        Caller.json(caller.get("/v1/conversations/" + conversation + "?limit=1&offset=1"));
    assertThat(page.at("/messages/0/body").asText()).isEqualTo("Second");
  }

  @Test
  void a_reply_is_the_input_of_the_task_that_asked() throws Exception {
    var line = Line.withRules(caller, "{\"repliesAreInput\":true}");
    long task = line.text(ANN, "Book a table").at("/task/id").asLong();
    for (String status : List.of("in_progress", "waiting_input")) {
      rows.of("update agency_tasks set status = ? where id = ?", status, task);
    }

    JsonNode stop = line.text(ANN, "Stop");
    JsonNode stranger = line.text("+4915187654321", "At nine");
    JsonNode reply = line.text(ANN, "At eight 🦉");

    assertThat(stop.path("outcome").asText()).isEqualTo("recorded");
    assertThat(stranger.path("outcome").asText()).isEqualTo("task");
    assertThat(reply.path("outcome").asText()).isEqualTo("input");
    assertThat(reply.at("/task/id").asLong()).isEqualTo(task);
    assertThat(rows.of("select input from agency_tasks where id = ?", task))
        .containsExactly("\"At eight 🦉\"");
  }

  @Test
  void what_is_too_much_for_a_minute_fails_and_is_taken_by_a_later_try() throws Exception {
    var line = Line.withRules(caller, "{\"messagesPerMinute\":1}");
    line.text(ANN, "First");
    String second = event(TOPIC, line.published(ANN, "Second", "2"), Instant.now());

    assertThat(invoke(second)).isInstanceOf(Invocation.Failed.class);
    assertThat(line.messages()).hasSize(1);
    rows.of(
        "update webhook_rates set since = since - interval '1 minute' where webhook_id = ?",
        line.id());

    assertThat(invoke(second)).isInstanceOf(Invocation.Answered.class);
    assertThat(line.message("2").path("outcome").asText()).isEqualTo("task");
  }

  @Test
  void while_the_database_fails_so_does_the_function_and_a_later_try_makes_one_task()
      throws Exception {
    var line = Line.of(caller);
    String text = event(TOPIC, line.published(ANN, "Once", "1"), Instant.now());
    rows.of(
        """
        create function fall_over() returns trigger language plpgsql as
        $$ begin raise exception 'falls over' using errcode = '57P01'; end $$
        """);
    rows.of(
        """
        create trigger fall_over before insert on inbound_messages
        for each row when (new.webhook_id = %d) execute function fall_over()
        """
            .formatted(line.id()));
    try {
      assertThat(invoke(text)).isInstanceOf(Invocation.Failed.class);
      assertThat(line.messages()).isEmpty();
    } finally {
      rows.of("drop function fall_over cascade");
    }

    assertThat(invoke(text)).isInstanceOf(Invocation.Answered.class);
    assertThat(invoke(text)).isInstanceOf(Invocation.Answered.class);
    assertThat(line.messages()).hasSize(1);
    assertThat(tasks(caller)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"from\":\"+15550100\",\"to\":\"+15550199\"}",
        "{\"from\":\"5550100\",\"to\":\"+15550199\",\"text\":\"Hello\"}",
        "{\"from\":\"+15550100\",\"to\":7,\"text\":\"Hello\"}",
        "{\"from\":\"+15550100\",\"to\":\"+15550199\",\"text\":\"Hello\",\"id\":\"\"}",
        "{\"from\":\"+15550100\",\"to\":\"+15550199\",\"text\":\"Hello\",\"at\":1}"
      })
  void whoever_tries_it_out_is_told_what_to_send(String body) {
    HttpResponse<String> refused = caller.post("/local/inbound/sms", body);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(Caller.json(refused).path("message").asText()).endsWith(".");
  }

  @Test
  void only_posts_of_a_size_come_in_there() {
    assertThat(caller.get("/local/inbound/sms").statusCode()).isEqualTo(405);
    assertThat(caller.post("/local/inbound/sms/more", "{}").statusCode()).isEqualTo(404);
    assertThat(caller.post("/local/inbound/sms", " ".repeat(17_000)).statusCode()).isEqualTo(413);
  }

  private static Invocation invoke(String event) {
    return SharedCloud.cloud().lambda().invoke("ReceiveSms", event);
  }

  private static String event(String topic, String published, Instant at) {
    var event = new ObjectMapper().createObjectNode();
    event
        .putArray("Records")
        .addObject()
        .put("EventSource", "aws:sns")
        .put("EventVersion", "1.0")
        .put("EventSubscriptionArn", topic + ":" + UUID.randomUUID())
        .putObject("Sns")
        .put("Type", "Notification")
        .put("MessageId", UUID.randomUUID().toString())
        .put("TopicArn", topic)
        .put("Message", published)
        .put("Timestamp", at.toString());
    return event.toString();
  }

  private double refused() {
    return Caller.json(caller.get("/local/status")).at("/metrics/TextsRefused/sum").asDouble();
  }

  private static int tasks(Caller owner) {
    return Caller.json(owner.get("/v1/tasks")).path("total").asInt();
  }
}
