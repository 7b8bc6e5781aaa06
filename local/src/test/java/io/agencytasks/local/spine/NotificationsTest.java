package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.SharedCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that tell several people something, and each of them once. */
class NotificationsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final Caller caller = Caller.somebody();
  private final Mailbox ann = somebody();
  private final Mailbox bob = somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private Target target;

  private record Received(String id, HttpHeaders headers, String body) {}

  @BeforeEach
  void listen() throws Exception {
    target = new Target();
    caller.send("PUT", "/v1/secrets/hook", "{\"value\":\"%s\"}".formatted(SECRET));
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void three_are_told_each_in_its_own_way() throws Exception {
    URI hook = target.answering("/hook", receiving(200));
    Mailbox phone = new Mailbox(caller, "+1555" + ("" + System.nanoTime()).substring(0, 7));
    ATask task = telling(mail(ann), "{'sms':'%s'}".formatted(phone.address()), webhook(hook));
    task.fields().withObject("/executionConfig").put("html", "<b>Now</b>");

    JsonNode ended = caller.ended(caller.create(task));

    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("completed");
    assertThat(ended.path("resultSummary").asText()).isEqualTo("Told 3 recipients");
    JsonNode mail = ann.only();
    assertThat(mail.path("subject").asText()).isEqualTo("News");
    assertThat(mail.path("text").asText()).isEqualTo("It is out.");
    assertThat(mail.path("html").asText()).isEqualTo("<b>Now</b>");
    assertThat(mail.path("from").asText()).isEqualTo("agency-tasks@laptop.test");
    assertThat(phone.only().path("text").asText()).isEqualTo("It is out.");
    Received told = received.getFirst();
    new Webhook(SECRET).verify(told.body(), told.headers());
    assertThat(new ObjectMapper().readTree(told.body()).at("/data/text").asText())
        .isEqualTo("It is out.");
    assertThat(ended.at("/result/recipients/0/messageId")).isEqualTo(mail.path("id"));
    assertThat(ended.at("/result/recipients"))
        .extracting(it -> it.path("to").asText())
        .containsExactly(ann.address(), phone.address(), "http://localhost");
    assertThat(ended.at("/executions/0/stepsCompleted").asInt()).isEqualTo(3);
  }

  @Test
  void a_retry_tells_only_those_who_were_not_told() {
    URI hook = target.answering("/busy", receiving(503), receiving(200));

    JsonNode ended = soonEnded(caller.create(telling(mail(ann), webhook(hook), mail(bob))));

    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("completed");
    assertThat(ended.path("executions")).hasSize(2);
    assertThat(ann.all()).hasSize(1);
    assertThat(bob.all()).hasSize(1);
    assertThat(received).hasSize(2);
    assertThat(received).extracting(Received::id).containsOnly(received.getFirst().id());
    assertThat(received).extracting(Received::body).containsOnly(received.getFirst().body());
    assertThat(ended.at("/result/recipients")).hasSize(3);
  }

  @Test
  void who_is_moved_and_who_is_new_in_the_configuration_is_known_by_name() {
    ATask task = telling(mail(ann), "{'email':'rejected@laptop.test'}");
    long id = caller.create(task);
    caller.ended(id);
    ATask mended = telling(mail(bob), mail(ann));
    caller.patch(id, "{'executionConfig':%s}".formatted(mended.fields().path("executionConfig")));

    caller.act(id, "execute", "");

    await().until(() -> caller.task(id).path("status").asText().equals("completed"));
    assertThat(ann.all()).hasSize(1);
    assertThat(bob.all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "email, rejected@laptop.test, SES_REFUSED",
    "sms, +9990000400, SNS_REFUSED",
  })
  void who_is_refused_for_good_fails_the_task_once_the_others_are_told(
      String kind, String to, String code) {
    JsonNode ended =
        caller.ended(caller.create(telling("{'%s':'%s'}".formatted(kind, to), mail(ann))));

    assertThat(ended.path("status").asText()).isEqualTo("failed");
    assertThat(ended.path("executions")).hasSize(1);
    assertThat(ended.at("/executions/0/errorCode").asText()).isEqualTo(code);
    assertThat(ended.path("lastError").asText()).startsWith("Told 1 of 2. ").doesNotContain(to);
    assertThat(ann.all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "email, throttled@laptop.test, SES_UNAVAILABLE",
    "email, unavailable@laptop.test, SES_UNAVAILABLE",
    "sms, +9990000429, SNS_UNAVAILABLE",
    "sms, +9990000503, SNS_UNAVAILABLE",
  })
  void what_is_busy_is_tried_again(String kind, String to, String code) {
    ATask task = telling("{'%s':'%s'}".formatted(kind, to));
    task.fields().put("maxRetries", 1);

    JsonNode ended = soonEnded(caller.create(task));

    assertThat(ended.path("executions")).hasSize(2);
    assertThat(ended.path("executions"))
        .allSatisfy(it -> assertThat(it.path("errorCode").asText()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({"404, HTTP_404", "410, HTTP_410", "302, HTTP_302"})
  void a_webhook_that_refuses_is_not_called_again(int status, String code) {
    URI hook = target.answering("/refuses", receiving(status));

    JsonNode ended = caller.ended(caller.create(telling(webhook(hook))));

    assertThat(ended.at("/executions/0/errorCode").asText()).isEqualTo(code);
    assertThat(received).hasSize(1);
  }

  @Test
  void a_secret_that_is_none_of_a_webhook_signs_nothing() {
    caller.send("PUT", "/v1/secrets/hook", "{\"value\":\"swordfish\"}");
    URI hook = target.answering("/unsigned", receiving(200));

    JsonNode ended = caller.ended(caller.create(telling(webhook(hook))));

    assertThat(ended.at("/executions/0/errorCode").asText()).isEqualTo("SECRET_UNUSABLE");
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"email, silent@laptop.test", "sms, +9990000000"})
  void one_who_may_have_been_told_is_told_again_only_if_somebody_says_so(String kind, String to) {
    Mailbox doubtful = new Mailbox(caller, to);
    int before = doubtful.all().size();
    long id = caller.create(telling("{'%s':'%s'}".formatted(kind, to), mail(ann)));
    asked(id);
    assertThat(ann.all()).hasSize(1);
    assertThat(doubtful.all()).hasSize(before + 1);
    assertThat(caller.task(id).at("/executions/0/stepResults/0/outcome").asText())
        .isEqualTo("uncertain");

    caller.act(id, "input", "{'input':'retry'}");
    await().until(() -> doubtful.all().size() == before + 2);
    asked(id);
    caller.act(id, "input", "{'input':'mark done'}");

    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
    assertThat(ann.all()).hasSize(1);
  }

  @Test
  void one_who_does_not_answer_in_time_may_have_been_told() {
    var never = new CountDownLatch(1);
    URI hook = target.answering("/never", Target.heldBy(never));
    long slowMail = caller.create(telling("{'email':'slow@laptop.test'}", mail(ann)));
    long slowHook = caller.create(telling(webhook(hook), mail(bob)));

    asked(slowMail);
    asked(slowHook);

    assertThat(caller.task(slowMail).path("lastError").asText())
        .isEqualTo("Told 1 of 2. s***@laptop.test: SES did not say whether it was sent.");
    assertThat(caller.task(slowHook).at("/executions/0/errorCode").asText()).isEqualTo("TIMED_OUT");
    assertThat(ann.all()).hasSize(1);
    assertThat(bob.all()).hasSize(1);
  }

  @Test
  void who_dies_half_way_leaves_one_in_doubt_and_the_others_told() throws Exception {
    var gate = new CountDownLatch(1);
    URI hook = target.answering("/held", Target.heldBy(gate), receiving(200));
    long id = caller.create(telling(mail(ann), webhook(hook), mail(bob)));
    await().until(() -> target.calls("/held") == 1);

    // As if nothing had been heard of its worker for a while.
    rows.of(
        "update task_executions set lease_until = now() - interval '1 second' where task_id = ?",
        id);
    caller.post("/local/schedules/Sweep/fire", "");
    asked(id);
    JsonNode steps = caller.task(id).at("/executions/0/stepResults");
    assertThat(steps)
        .extracting(step -> step.path("outcome").asText())
        .containsExactly("sent", "sending", "waiting");
    gate.countDown();
    caller.act(id, "input", "{'input':'retry'}");

    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
    assertThat(ann.all()).hasSize(1);
    assertThat(bob.all()).hasSize(1);
    assertThat(target.calls("/held")).isEqualTo(2);
  }

  @Test
  void what_is_cancelled_half_way_tells_nobody_more() throws Exception {
    var gate = new CountDownLatch(1);
    URI hook = target.answering("/waits", Target.heldBy(gate));
    long id = caller.create(telling(mail(ann), webhook(hook), mail(bob)));
    await().until(() -> target.calls("/waits") == 1);

    assertThat(caller.patch(id, "{'status':'cancelled'}").statusCode()).isEqualTo(200);
    gate.countDown();

    await()
        .until(
            () ->
                json(caller.get("/v1/tasks/" + id + "/executions"))
                    .at("/executions/0/status")
                    .asText()
                    .equals("cancelled"));
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(5))
        .until(() -> bob.all().isEmpty());
    assertThat(ann.all()).hasSize(1);
  }

  @Test
  void a_configuration_with_faults_is_refused_with_all_of_them() {
    ATask task = telling("{'email':'nobody'}", "{'sms':'555'}", "{'webhook':'ftp://a'}");
    ObjectNode config = task.fields().withObject("/executionConfig");
    config.put("subject", "two\nlines").put("more", true);

    var refused = caller.post("/v1/tasks", task.json());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("errors"))
        .extracting(it -> it.path("field").asText())
        .contains(
            "executionConfig.recipients[0].email",
            "executionConfig.recipients[1].sms",
            "executionConfig.recipients[2].webhook",
            "executionConfig.recipients[2].secret",
            "executionConfig.subject",
            "executionConfig.more");
  }

  private Mailbox somebody() {
    return new Mailbox(caller, "somebody-" + UUID.randomUUID() + "@example.com");
  }

  private static String mail(Mailbox box) {
    return "{'email':'%s'}".formatted(box.address());
  }

  private static String webhook(URI url) {
    return "{'webhook':'%s','secret':{'secretRef':'hook'}}".formatted(url);
  }

  private static ATask telling(String... recipients) {
    ATask task = ATask.of("notification");
    ObjectNode config = task.fields().putObject("executionConfig");
    config.put("subject", "News").put("text", "It is out.");
    for (String recipient : recipients) {
      try {
        config
            .withArray("recipients")
            .add(new ObjectMapper().readTree(recipient.replace('\'', '"')));
      } catch (IOException e) {
        throw new IllegalArgumentException(recipient, e);
      }
    }
    return task;
  }

  private HttpHandler receiving(int status) {
    return exchange -> {
      received.add(received(exchange));
      Target.reply(status, "{}").handle(exchange);
    };
  }

  private static Received received(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = exchange.getRequestHeaders();
    return new Received(
        exchange.getRequestHeaders().getFirst("webhook-id"),
        HttpHeaders.of(headers, (_, _) -> true),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private void asked(long id) {
    await("question of task " + id)
        .atMost(Duration.ofSeconds(30))
        .until(() -> caller.task(id).path("status").asText().equals("waiting_input"));
  }

  /** The task at its end, without the wait before an attempt that is made again. */
  private JsonNode soonEnded(long id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> caller.task(id).path("executions").size() >= 1 && retried(id));
    return caller.ended(id);
  }

  private boolean retried(long id) throws Exception {
    rows.of("update agency_tasks set not_before = now() where id = ? and status = 'pending'", id);
    caller.post("/local/schedules/Sweep/fire", "");
    return caller.task(id).path("executions").size() >= 2;
  }
}
