package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tasks that tell their owner of themselves. */
class RemindersTest {
  private final AnOwner owner = AnOwner.somebody();
  private final Caller caller = owner.caller();
  private final Mailbox mailbox = owner.mailbox();

  @Test
  void the_owner_is_told_the_tasks_words_with_a_link() {
    ATask task =
        ATask.of("reminder")
            .with("title", "Call <Mrs> Okafor & son")
            .with("description", "About the spring offer.\nShe is in until noon.")
            .with("deadline", "2035-04-01T18:00:00+02:00");
    task.fields().putObject("executionConfig").put("note", "Be brief.");
    long id = caller.create(task);

    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");

    JsonNode mail = mailbox.only();
    assertThat(mail.path("subject").asText()).isEqualTo("Reminder: Call <Mrs> Okafor & son");
    assertThat(mail.path("text").asText())
        .isEqualTo(
            """
            Call <Mrs> Okafor & son

            Be brief.

            About the spring offer.
            She is in until noon.

            Deadline: 2035-04-01T16:00:00Z (UTC)

            %s/v1/tasks/%d
            """
                .formatted(SharedCloud.cloud().apiUri(), id));
    assertThat(mail.path("html").asText())
        .contains("Call &lt;Mrs&gt; Okafor &amp; son")
        .doesNotContain("<Mrs>");
  }

  @Test
  void one_without_any_configuration_comes_at_its_time() {
    Instant time = Instant.now().plusSeconds(2);
    long id =
        caller.create(
            ATask.of("reminder")
                .with("executionType", "scheduled")
                .with("scheduledFor", time.toString()));

    assertThat(Instant.parse(mailbox.only().path("at").asText())).isAfter(time);
    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void that_a_reminder_is_done_is_not_told_besides() {
    long id = caller.create(ATask.of("reminder"));
    caller.ended(id);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !caller.task(id).at("/notificationsSent/events").isMissingNode());

    assertThat(caller.task(id).at("/notificationsSent/mails").isMissingNode()).isTrue();
    assertThat(mailbox.all()).hasSize(1);
  }

  @Test
  void a_webhook_is_called_besides_or_instead() throws Exception {
    caller.send(
        "PUT", "/v1/secrets/hook", "{\"value\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}");
    try (var target = new Target()) {
      ATask task = ATask.of("reminder");
      ObjectNode config = task.fields().putObject("executionConfig");
      config.put("email", false);
      config
          .putObject("webhook")
          .put("url", target.uri("/remind").toString())
          .putObject("secret")
          .put("secretRef", "hook");

      JsonNode ended = caller.ended(caller.create(task));

      assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("completed");
      assertThat(target.calls("/remind")).isOne();
      assertThat(mailbox.all()).isEmpty();
    }
  }

  @Test
  void who_has_no_address_hears_what_to_do() {
    Caller nobody = Caller.somebody();

    JsonNode ended = nobody.ended(nobody.create(ATask.of("reminder")));

    assertThat(ended.path("status").asText()).isEqualTo("failed");
    assertThat(ended.at("/executions/0/errorCode").asText()).isEqualTo("NOBODY_TO_TELL");
    assertThat(ended.path("lastError").asText()).contains("Give the task a webhook");
  }

  @Test
  void one_whose_worker_died_reminds_again_unasked() throws Exception {
    caller.send(
        "PUT", "/v1/secrets/hook", "{\"value\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}");
    var gate = new CountDownLatch(1);
    try (var target = new Target()) {
      URI url = target.answering("/dies", Target.heldBy(gate), Target.reply(200, "{}"));
      ATask task = ATask.of("reminder");
      task.fields()
          .putObject("executionConfig")
          .putObject("webhook")
          .put("url", url.toString())
          .putObject("secret")
          .put("secretRef", "hook");
      long id = caller.create(task);
      await().until(() -> target.calls("/dies") == 1);
      // As if nothing had been heard of its worker for a while.
      new Rows(SharedCloud.cloud().superuser())
          .of(
              "update task_executions set lease_until = now() - interval '1 second' where task_id ="
                  + " ?",
              id);
      caller.post("/local/schedules/Sweep/fire", "");

      assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
      gate.countDown();

      assertThat(target.calls("/dies")).isEqualTo(2);
      assertThat(mailbox.all()).hasSize(1);
    }
  }
}
