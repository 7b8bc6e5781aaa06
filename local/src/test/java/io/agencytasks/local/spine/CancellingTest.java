package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cancelling keeps the task and its history (FR-008). */
@Tag("US-011")
@Tag("NFR-017")
class CancellingTest {
  private final Caller caller = Caller.somebody();

  @Test
  @Tag("FR-008.1")
  @Tag("FR-008.3")
  @Tag("FR-008.4")
  @Tag("FR-008.5")
  @Tag("FR-008.6")
  void a_task_is_cancelled_once_and_stays_readable() {
    long id = caller.create(ATask.idle());

    HttpResponse<String> cancelled = delete(id, "", "");

    assertThat(cancelled.statusCode()).isEqualTo(200);
    assertThat(cancelled.body()).isEqualTo("{\"success\":true,\"taskId\":%d}".formatted(id));
    assertThat(caller.task(id).path("status").asText()).isEqualTo("cancelled");
    assertThat(caller.task(id).path("statusReason").asText()).isEqualTo("Cancelled by user");
    assertThat(delete(id, "", "").statusCode()).isEqualTo(200);
    assertThat(caller.task(id).path("version").asInt()).isEqualTo(2);
    assertThat(caller.events(id)).hasSize(2);
  }

  @Test
  void the_reason_may_stand_in_the_body_or_in_the_query_but_in_one_place() {
    long first = caller.create(ATask.idle());
    long second = caller.create(ATask.idle());

    assertThat(delete(first, "?reason=Too%20late", "").statusCode()).isEqualTo(200);
    assertThat(delete(second, "", "{\"reason\":\"Twice\"}").statusCode()).isEqualTo(200);

    assertThat(caller.task(first).path("statusReason").asText()).isEqualTo("Too late");
    assertThat(caller.task(second).path("statusReason").asText()).isEqualTo("Twice");
    assertThat(UpdatingTest.fields(delete(second, "?reason=a", "{\"reason\":\"b\"}")))
        .containsExactly("reason");
  }

  @Test
  void what_is_completed_is_not_cancelled() {
    long id = caller.create(ATask.idle());
    caller.patch(id, "{'status':'completed'}");

    assertThat(delete(id, "", "").statusCode()).isEqualTo(409);
  }

  @Test
  void what_runs_is_told_to_stop_by_its_status_not_deleted() throws Exception {
    var gate = new CountDownLatch(1);
    try (var target = new Target()) {
      long id = caller.create(ATask.calling(target.answering("/held", Target.heldBy(gate))));
      await().atMost(Duration.ofSeconds(20)).until(() -> target.calls("/held") > 0);

      assertThat(delete(id, "", "").statusCode()).isEqualTo(409);
      assertThat(caller.patch(id, "{'title':'Other'}").statusCode()).isEqualTo(409);
      assertThat(json(caller.patch(id, "{'status':'cancelled'}")).path("status").asText())
          .isEqualTo("cancelled");

      assertThat(caller.task(id).at("/executions/0/status").asText()).isEqualTo("cancelled");
    } finally {
      gate.countDown();
    }
  }

  private HttpResponse<String> delete(long id, String query, String body) {
    return caller.send("DELETE", "/v1/tasks/" + id + query, body);
  }
}
