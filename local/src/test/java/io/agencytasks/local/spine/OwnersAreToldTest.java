package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.lambda.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail to owners when their tasks come to an end, each once. */
class OwnersAreToldTest {
  private static final String NOTIFIER = "Notifier";

  private final AnOwner owner = AnOwner.somebody();
  private final Caller caller = owner.caller();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());
  private Target target;

  @BeforeEach
  void listen() throws Exception {
    target = new Target();
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void a_task_that_is_done_is_told_of_once_even_if_it_is_heard_twice() {
    long id = caller.create(succeeding());

    JsonNode mail = owner.mailbox().only();

    assertThat(mail.path("subject").asText()).isEqualTo("Completed: A task");
    assertThat(mail.path("text").asText())
        .contains("GET localhost answered 200")
        .endsWith("%s/v1/tasks/%d\n".formatted(SharedCloud.cloud().apiUri(), id));
    JsonNode sent = told(id, "sent");
    assertThat(sent.path("type").asText()).isEqualTo("TaskCompleted");
    String event = event(id).toString();
    for (int i = 0; i < 3; i++) {
      assertThat(invoke(event)).isInstanceOf(Invocation.Answered.class);
    }
    assertThat(owner.mailbox().all()).hasSize(1);
    assertThat(caller.task(id).at("/notificationsSent/mails")).hasSize(1);
  }

  @Test
  void a_task_that_failed_is_told_of_with_the_reason() {
    long id = caller.create(failing());

    JsonNode mail = owner.mailbox().only();

    assertThat(mail.path("subject").asText()).isEqualTo("Failed: A task");
    assertThat(mail.path("text").asText()).contains("answered 400");
    assertThat(told(id, "sent").path("type").asText()).isEqualTo("TaskFailed");
  }

  @Test
  void many_who_hear_the_same_at_once_tell_it_once() throws Exception {
    long id = caller.create(failing().with("notifyOnFailure", false));
    caller.ended(id);
    rows.of("update agency_tasks set notify_on_failure = true where id = ?", id);
    String event = published(id).toString();

    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(_ -> Thread.startVirtualThread(() -> invoke(event)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(owner.mailbox().all()).hasSize(1);
  }

  @Test
  void who_wants_no_mail_gets_none() {
    long done = caller.create(succeeding().with("notifyOnComplete", false));
    long failed = caller.create(failing().with("notifyOnFailure", false));
    caller.ended(done);
    caller.ended(failed);

    for (long id : new long[] {done, failed}) {
      JsonNode event = published(id);
      assertThat(event.at("/detail/notify").asBoolean(true)).isFalse();
      invoke(event.toString());
    }

    assertThat(owner.mailbox().all()).isEmpty();
  }

  @Test
  void a_notifier_that_died_while_it_sent_is_not_made_up_for() throws Exception {
    long id = caller.create(succeeding());
    told(id, "sent");
    // As if it had died before it noted that the mail was sent.
    rows.of(
        "update task_notifications set sent = jsonb_set(sent, '{mails,0,outcome}', '\"sending\"')"
            + " where task_id = ?",
        id);

    invoke(event(id).toString());

    assertThat(owner.mailbox().all()).hasSize(1);
    assertThat(told(id, "sending").path("outcome").asText()).isEqualTo("sending");
  }

  @Test
  void what_is_busy_is_tried_again_and_what_is_refused_is_not() {
    AnOwner throttled = AnOwner.at("throttled@laptop.test");
    AnOwner rejected = AnOwner.at("rejected@laptop.test");
    AnOwner silent = AnOwner.at("silent@laptop.test");
    long busy = throttled.caller().create(succeeding());
    long refused = rejected.caller().create(succeeding());
    long uncertain = silent.caller().create(succeeding());

    told(rejected.caller(), refused, "refused");
    told(silent.caller(), uncertain, "uncertain");
    throttled.caller().ended(busy);

    assertThat(invoke(published(busy).toString())).isInstanceOf(Invocation.Failed.class);
    assertThat(throttled.caller().task(busy).at("/notificationsSent/mails")).isEmpty();
  }

  @Test
  void an_event_about_somebody_elses_task_tells_nobody() {
    long id = caller.create(succeeding());
    told(id, "sent");
    ObjectNode forged = event(id).deepCopy();
    forged.withObject("/detail").put("id", UUID.randomUUID().toString()).put("userId", 1);

    invoke(forged.toString());

    assertThat(owner.mailbox().all()).hasSize(1);
  }

  private ATask succeeding() {
    return ATask.calling(target.answering("/ok", Target.reply(200, "{}")));
  }

  private ATask failing() {
    return ATask.calling(target.answering("/no", Target.reply(400, "{}")));
  }

  private static Invocation invoke(String event) {
    return SharedCloud.cloud().lambda().invoke(NOTIFIER, event);
  }

  private JsonNode told(long id, String outcome) {
    return told(caller, id, outcome);
  }

  /** The mail that the task shows, once it is noted what came of it. */
  private static JsonNode told(Caller caller, long id, String outcome) {
    return await("mail about task " + id)
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> caller.task(id).at("/notificationsSent/mails/0"),
            mail -> mail.path("outcome").asText().equals(outcome));
  }

  private JsonNode published(long id) {
    return await("event of task " + id)
        .atMost(Duration.ofSeconds(30))
        .until(() -> event(id), event -> !event.isMissingNode());
  }

  /** The last event of a task. */
  private JsonNode event(long id) {
    return Caller.json(caller.get("/local/events"))
        .path("events")
        .valueStream()
        .filter(event -> event.at("/detail/taskId").asLong() == id)
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }
}
