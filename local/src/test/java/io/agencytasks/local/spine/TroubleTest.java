package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets that fail, doorbells that nobody hears, work that nobody can do. */
class TroubleTest {
  private final Caller caller = Caller.somebody();
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
  void a_busy_target_is_called_again() {
    URI url =
        target.answering("/busy", Target.reply(503, "\"busy\""), Target.reply(200, "\"done\""));

    JsonNode task = caller.ended(caller.create(ATask.calling(url)));

    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/result/body").asText()).isEqualTo("done");
    assertThat(task.path("errorCount").asInt()).isOne();
    assertThat(task.at("/executions/0/attemptNumber").asInt()).isEqualTo(2);
    assertThat(task.at("/executions/0/triggeredBy").asText()).isEqualTo("retry");
    assertThat(task.at("/executions/1/status").asText()).isEqualTo("failed");
    assertThat(task.at("/executions/1/errorCode").asText()).isEqualTo("HTTP_503");
    assertThat(target.calls("/busy")).isEqualTo(2);
  }

  @Test
  void a_target_that_hangs_is_given_up_after_its_timeout_and_called_again() {
    var never = new CountDownLatch(1);
    URI url = target.answering("/hangs", Target.heldBy(never), Target.reply(200, "{}"));

    JsonNode task = caller.ended(caller.create(ATask.calling(url).withConfig("timeoutSeconds", 1)));

    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/executions/1/errorCode").asText()).isEqualTo("TIMED_OUT");
    assertThat(task.at("/executions/1/duration").asInt()).isBetween(1_000, 5_000);
  }

  @Test
  void a_target_that_may_have_acted_is_not_called_again_before_somebody_says_so() {
    var never = new CountDownLatch(1);
    URI url = target.answering("/once", Target.heldBy(never), Target.reply(200, "{}"));
    long id = caller.create(ATask.posting(url).withConfig("timeoutSeconds", 1));
    await().until(() -> caller.task(id).path("status").asText().equals("waiting_input"));

    assertThat(caller.task(id).path("statusReason").asText())
        .isEqualTo("It may have run: retry, mark done, or cancel?");
    assertThat(target.calls("/once")).isOne();

    caller.act(id, "input", "{'input':'retry'}");

    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
    assertThat(target.calls("/once")).isEqualTo(2);
  }

  @Test
  void a_target_that_refuses_is_not_called_again() {
    URI url = target.answering("/refuses", Target.reply(422, "{}"));

    JsonNode task = caller.ended(caller.create(ATask.calling(url)));

    assertThat(task.path("status").asText()).isEqualTo("failed");
    assertThat(task.path("lastError").asText()).contains("422");
    assertThat(task.path("executions")).hasSize(1);
    assertThat(target.calls("/refuses")).isOne();
  }

  @Test
  void tasks_whose_doorbells_were_lost_run_after_the_next_sweep() throws Exception {
    long id =
        caller.create(
            ATask.calling(target.uri("/unheard")).with("executionType", "manual_trigger"));
    // As if the function had died between its statement and its doorbell.
    new Rows(SharedCloud.cloud().superuser())
        .of(
            """
            update agency_tasks
            set triggered_by = 'automatic', released_at = now()
            where id = ?
            """,
            id);
    assertThat(caller.task(id).path("status").asText()).isEqualTo("pending");

    assertThat(caller.post("/local/schedules/Sweep/fire", "").statusCode()).isEqualTo(200);

    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void a_task_whose_worker_died_runs_again_after_the_next_sweep() throws Exception {
    var gate = new CountDownLatch(1);
    URI url = target.answering("/dies", Target.heldBy(gate), Target.reply(200, "{}"));
    long id = caller.create(ATask.calling(url));
    await().until(() -> target.calls("/dies") == 1);
    // As if nothing had been heard of its worker for a while.
    new Rows(SharedCloud.cloud().superuser())
        .of("update task_executions set lease_until = now() - interval '1s' where task_id = ?", id);

    assertThat(caller.post("/local/schedules/Sweep/fire", "").statusCode()).isEqualTo(200);

    JsonNode task = caller.ended(id);
    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/executions/0/status").asText()).isEqualTo("succeeded");
    assertThat(task.at("/executions/1/status").asText()).isEqualTo("lost");

    gate.countDown();
    await().until(this::noExecutorRuns);
    assertThat(untold(caller.task(id))).isEqualTo(untold(task));
  }

  /** Without what was told to others, which happens when it happens. */
  private static JsonNode untold(JsonNode task) {
    return ((ObjectNode) task.deepCopy()).without("notificationsSent");
  }

  private boolean noExecutorRuns() {
    return Caller.json(caller.get("/local/status")).at("/functions/Executor/running").asInt() == 0;
  }
}
