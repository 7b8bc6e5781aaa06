package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing runs without the approval that it needs, and there is no way round it. */
@Tag("AC-004")
class ReviewingTest {
  private final Caller caller = Caller.somebody();

  @Test
  @Tag("US-004")
  @Tag("FR-005.1")
  @Tag("FR-005.2")
  @Tag("FR-005.5")
  @Tag("FR-005.6")
  @Tag("FR-005.7")
  @Tag("FR-005.8")
  @Tag("FR-005.9")
  @Tag("FR-005.10")
  void an_approval_queues_the_task_and_says_who_and_when() {
    long id = caller.create(ATask.idle().awaitingReview());

    JsonNode approved = json(caller.act(id, "approve", "{'notes':'Looks right'}"));

    assertThat(approved.path("requiresHumanReview").asBoolean()).isFalse();
    assertThat(approved.path("humanReviewedBy")).isEqualTo(approved.path("userId"));
    assertThat(approved.path("humanReviewedAt").isNull()).isFalse();
    assertThat(approved.path("status").asText()).isEqualTo("queued");
    assertThat(approved.path("queuedAt")).isEqualTo(approved.path("humanReviewedAt"));
    assertThat(approved.path("statusReason").asText()).isEqualTo("Looks right");
    assertThat(caller.events(id).getLast().path("reason").asText()).isEqualTo("Looks right");
  }

  @Test
  @Tag("FR-005.11")
  void an_approved_task_runs() throws Exception {
    try (var target = new Target()) {
      long id = caller.create(ATask.calling(target.uri("/run")).awaitingReview());
      assertThat(target.calls()).isEmpty();

      caller.act(id, "approve", "");

      assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
      assertThat(caller.task(id).at("/executions/0/triggeredBy").asText()).isEqualTo("approval");
    }
  }

  @Test
  @Tag("FR-005.11")
  void an_approved_task_with_a_time_ahead_waits_for_it() {
    long id =
        caller.create(ATask.idle().awaitingReview().with("scheduledFor", "2100-01-01T00:00:00Z"));

    assertThat(json(caller.act(id, "approve", "")).path("status").asText()).isEqualTo("queued");
    assertThat(json(caller.get("/v1/tasks/%d/readiness".formatted(id))).path("ready").asBoolean())
        .isFalse();
  }

  @Test
  @Tag("FR-005.4")
  void only_what_awaits_review_is_approved_or_rejected() {
    long id = caller.create(ATask.idle());
    assertConflict(caller.act(id, "approve", ""), "pending");
    assertConflict(caller.act(id, "reject", "{'reason':'No'}"), "pending");

    long over = caller.create(ATask.idle().awaitingReview());
    caller.send("DELETE", "/v1/tasks/" + over, "");
    assertConflict(caller.act(over, "approve", ""), "cancelled");
    assertConflict(caller.act(over, "reject", "{'reason':'No'}"), "cancelled");
  }

  @Test
  @Tag("US-005")
  @Tag("FR-006.1")
  @Tag("FR-006.2")
  @Tag("FR-006.4")
  @Tag("FR-006.5")
  @Tag("FR-006.6")
  @Tag("FR-006.7")
  void a_rejection_cancels_with_its_reason() {
    long id = caller.create(ATask.idle().awaitingReview());

    assertThat(UpdatingTest.fields(caller.act(id, "reject", "{}"))).containsExactly("reason");
    assertThat(UpdatingTest.fields(caller.act(id, "reject", "{'reason':' '}")))
        .containsExactly("reason");
    assertThat(
            UpdatingTest.fields(
                caller.act(id, "reject", "{'reason':'%s'}".formatted("x".repeat(1001)))))
        .containsExactly("reason");
    JsonNode rejected = json(caller.act(id, "reject", "{'reason':'Too risky'}"));

    assertThat(rejected.path("status").asText()).isEqualTo("cancelled");
    assertThat(rejected.path("statusReason").asText()).isEqualTo("Rejected: Too risky");
    assertThat(rejected.path("humanReviewedBy")).isEqualTo(rejected.path("userId"));
    assertThat(rejected.path("humanReviewedAt").isNull()).isFalse();
    assertThat(caller.act(id, "execute", "").statusCode()).isEqualTo(409);
  }

  @Test
  @Tag("FR-007.5")
  void no_status_set_by_hand_walks_round_an_open_review() {
    long id = caller.create(ATask.idle().awaitingReview());

    assertConflict(caller.act(id, "execute", ""), "pending");
    for (String status : new String[] {"queued", "completed", "failed"}) {
      assertConflict(caller.patch(id, "{'status':'%s'}".formatted(status)), "pending");
    }
    assertConflict(caller.patch(id, "{'status':'in_progress','assignedToBot':false}"), "pending");
    assertThat(caller.patch(id, "{'status':'deferred'}").statusCode()).isEqualTo(200);
    assertThat(caller.patch(id, "{'status':'pending'}").statusCode()).isEqualTo(200);
    assertThat(caller.task(id).path("requiresHumanReview").asBoolean()).isTrue();
  }

  @Test
  @Tag("FR-004.12")
  void switching_review_off_is_an_approval_by_who_did_it() {
    long id = caller.create(ATask.idle().awaitingReview());

    JsonNode approved = json(caller.patch(id, "{'requiresHumanReview':false}"));

    assertThat(approved.path("humanReviewedBy")).isEqualTo(approved.path("userId"));
    assertThat(approved.path("humanReviewedAt").isNull()).isFalse();
    JsonNode event = caller.events(id).getLast();
    assertThat(event.at("/changes/requiresHumanReview"))
        .hasToString("{\"after\":false,\"before\":true}");
    assertThat(event.path("reason").asText()).contains("Approved");
  }

  @Test
  void what_was_approved_is_what_runs() {
    for (String change :
        new String[] {
          "{'title':'Another'}",
          "{'executionConfig':{'steps':[{'do':'goto','url':'https://example.com/other'}]}}",
          "{'taskType':'reminder','executionConfig':null}"
        }) {
      long id = caller.create(ATask.idle().awaitingReview());
      caller.act(id, "approve", "");

      JsonNode changed = json(caller.patch(id, change));

      assertThat(changed.path("requiresHumanReview").asBoolean()).as(change).isTrue();
      assertThat(changed.path("humanReviewedBy").isNull()).isTrue();
      assertConflict(caller.act(id, "execute", ""), "queued");
      assertThat(json(caller.act(id, "approve", "")).path("requiresHumanReview").asBoolean())
          .isFalse();
    }
  }

  @Test
  void changing_what_nobody_approved_asks_for_no_new_review() {
    long id = caller.create(ATask.idle().awaitingReview());
    caller.act(id, "approve", "");

    assertThat(json(caller.patch(id, "{'priority':'low'}")).path("requiresHumanReview").asBoolean())
        .isFalse();
    assertThat(json(caller.patch(id, "{'title':'A task'}")).path("requiresHumanReview").asBoolean())
        .isFalse();
  }

  private static void assertConflict(HttpResponse<String> refused, String now) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(json(refused).path("code").asText()).isEqualTo("CONFLICT");
    assertThat(json(refused).path("currentStatus").asText()).isEqualTo(now);
  }
}
