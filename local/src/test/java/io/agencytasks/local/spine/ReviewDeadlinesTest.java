package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a review is waited for, and what every decision leaves behind as evidence. */
@Tag("US-004")
class ReviewDeadlinesTest {
  private static final String FAR = "2100-01-01T00:00:00Z";
  private static final ATask REVIEWED =
      ATask.idle().awaitingReview().with("reviewDeadline", FAR).with("onReviewExpiry", "escalate");

  private final Caller caller = Caller.somebody();

  @Test
  void a_deadline_and_what_comes_after_it_are_kept() {
    JsonNode task = caller.task(caller.create(REVIEWED));

    assertThat(task.path("reviewDeadline").asText()).isEqualTo(FAR);
    assertThat(task.path("onReviewExpiry").asText()).isEqualTo("escalate");
    assertThat(task.path("inputDeadline").isNull()).isTrue();
  }

  @Test
  void a_task_without_a_review_has_no_deadline_for_it() {
    var unreviewed =
        ATask.idle().with("reviewDeadline", FAR).with("onReviewExpiry", "reject").json();
    assertBothRefused(caller.post("/v1/tasks", unreviewed));

    long id = caller.create(ATask.idle());
    String both = "'reviewDeadline':'%s','onReviewExpiry':'reject'".formatted(FAR);
    assertBothRefused(caller.patch(id, "{%s}".formatted(both)));
    assertBothRefused(caller.patch(id, "{%s,'requiresHumanReview':false}".formatted(both)));
    assertBothRefused(caller.act(id, "clone", "{%s}".formatted(both)));
    assertThat(caller.patch(id, "{'reviewDeadline':null,'onReviewExpiry':'hold'}").statusCode())
        .isEqualTo(200);
    assertThat(caller.task(id).path("reviewDeadline").isNull()).isTrue();
  }

  @Test
  void an_update_sets_and_clears_it_and_says_so_in_its_event() {
    long id = caller.create(ATask.idle());

    JsonNode changed =
        json(
            caller.patch(
                id,
                "{'requiresHumanReview':true,'reviewDeadline':'%s','onReviewExpiry':'reject'}"
                    .formatted(FAR)));
    assertThat(changed.path("reviewDeadline").asText()).isEqualTo(FAR);
    assertThat(caller.events(id).getLast().at("/changes/onReviewExpiry"))
        .hasToString("{\"after\":\"reject\",\"before\":\"hold\"}");
    assertThat(caller.events(id).getLast().at("/changes/reviewDeadline/after").asText())
        .startsWith("2100-01-01T00:00:00");

    assertThat(json(caller.patch(id, "{'reviewDeadline':null}")).path("reviewDeadline").isNull())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"approved", "switched off"})
  void it_is_over_with_the_review(String how) {
    long id = caller.create(REVIEWED);

    JsonNode over =
        json(
            how.equals("approved")
                ? caller.act(id, "approve", "")
                : caller.patch(id, "{'requiresHumanReview':false}"));

    assertThat(over.path("requiresHumanReview").asBoolean()).isFalse();
    assertThat(over.path("reviewDeadline").isNull()).isTrue();
    JsonNode again = json(caller.patch(id, "{'title':'Another'}"));
    assertThat(again.path("requiresHumanReview").asBoolean()).isTrue();
    assertThat(again.path("reviewDeadline").isNull()).isTrue();
  }

  @Test
  void a_copy_has_it_too_unless_it_needs_no_review() {
    long id = caller.create(REVIEWED);

    JsonNode copy = json(caller.act(id, "clone", ""));
    JsonNode free = json(caller.act(id, "clone", "{'requiresHumanReview':false}"));

    assertThat(copy.path("reviewDeadline").asText()).isEqualTo(FAR);
    assertThat(copy.path("onReviewExpiry").asText()).isEqualTo("escalate");
    assertThat(free.path("reviewDeadline").isNull()).isTrue();
    assertThat(free.path("onReviewExpiry").asText()).isEqualTo("hold");
  }

  @Test
  void a_template_gives_it_to_its_tasks() {
    long template =
        json(caller.post(
                "/v1/templates", "{\"name\":\"Reviewed\",\"task\":%s}".formatted(REVIEWED.json())))
            .path("id")
            .asLong();
    String tasks = "/v1/templates/%d/tasks".formatted(template);

    assertThat(json(caller.post(tasks, "{}")).path("reviewDeadline").asText()).isEqualTo(FAR);
    assertThat(
            json(caller.post(tasks, "{\"requiresHumanReview\":false}"))
                .path("reviewDeadline")
                .isNull())
        .isTrue();
  }

  @Test
  @Tag("NFR-023")
  @Tag("FR-005.7")
  void an_approval_says_who_when_why_and_what_was_approved() {
    long id = caller.create(REVIEWED);

    caller.act(id, "approve", "{'notes':'Looks right'}");
    JsonNode approval = caller.events(id).getLast();
    caller.patch(id, "{'title':'Another'}");
    JsonNode change = caller.events(id).getLast();

    assertThat(approval.path("actor").asText()).isEqualTo("user");
    assertThat(approval.path("actorUserId")).isEqualTo(caller.task(id).path("userId"));
    assertThat(approval.path("occurredAt").asText()).endsWith("Z");
    assertThat(approval.path("reason").asText()).isEqualTo("Looks right");
    assertThat(approval.at("/changes/reviewHash/before").isNull()).isTrue();
    assertThat(approval.at("/changes/reviewHash/after").asText()).matches("[0-9a-f]{64}");
    assertThat(change.at("/changes/reviewHash/before"))
        .isEqualTo(approval.at("/changes/reviewHash/after"));
    assertThat(change.at("/changes/reviewHash/after").isNull()).isTrue();
    assertThat(change.at("/changes/requiresHumanReview/after").asBoolean()).isTrue();
  }

  @Test
  @Tag("NFR-023")
  @Tag("FR-006.7")
  void a_rejection_says_who_when_why_and_what_was_rejected() {
    long id = caller.create(REVIEWED);
    long alike = caller.create(REVIEWED);

    caller.act(id, "reject", "{'reason':'Too risky'}");
    caller.act(alike, "approve", "");

    JsonNode rejection = caller.events(id).getLast();
    assertThat(rejection.path("actorUserId")).isEqualTo(caller.task(id).path("userId"));
    assertThat(rejection.path("reason").asText()).isEqualTo("Rejected: Too risky");
    assertThat(rejection.at("/changes/reviewHash/after"))
        .isEqualTo(caller.events(alike).getLast().at("/changes/reviewHash/after"));
  }

  private static void assertBothRefused(HttpResponse<String> refused) {
    assertThat(UpdatingTest.fields(refused))
        .containsExactlyInAnyOrder("reviewDeadline", "onReviewExpiry");
  }
}
