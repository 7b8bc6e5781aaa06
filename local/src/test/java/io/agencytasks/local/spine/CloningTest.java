package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A copy of a task takes over what the task is, and nothing that became of it. */
@Tag("US-013")
class CloningTest {
  private static final long NOBODYS = 9_007_199_254_740_990L;
  private static final String FAR = "2999-01-01T00:00:00Z";

  /** What a copy has of its own. */
  private static final Set<String> OWN =
      Set.of(
          "id",
          "taskUuid",
          "sourceType",
          "createdAt",
          "updatedAt",
          "blockedBy",
          "notificationsSent");

  private final Rows rows = new Rows(SharedCloud.cloud().superuser());
  private final Caller caller = Caller.somebody();

  @Test
  void all_that_can_be_given_is_copied_and_the_original_stays_as_it_was() {
    long dependency = caller.create(ATask.idle());
    long id = caller.create(everything().after(dependency));
    JsonNode before = caller.task(id);

    JsonNode copy = cloned(id, "");

    assertThat(names(copy))
        .filteredOn(field -> !OWN.contains(field))
        .allSatisfy(field -> assertThat(copy.path(field)).as(field).isEqualTo(before.path(field)));
    assertThat(copy.path("id")).isNotEqualTo(before.path("id"));
    assertThat(copy.path("taskUuid")).isNotEqualTo(before.path("taskUuid"));
    assertThat(copy.path("sourceType").asText()).isEqualTo("clone");
    assertThat(copy.path("blockedBy").asLong()).isEqualTo(dependency);
    assertThat(untold(caller.task(id))).isEqualTo(untold(before));
  }

  @Test
  @Tag("NFR-023")
  void the_first_event_names_the_original_and_who_copied_it() {
    long id = caller.create(ATask.idle());

    List<JsonNode> events = caller.events(cloned(id, "").path("id").asLong());

    assertThat(events).hasSize(1);
    assertThat(events.getFirst().path("reason").asText()).isEqualTo("Cloned from task " + id);
    assertThat(events.getFirst().path("actor").asText()).isEqualTo("user");
    assertThat(events.getFirst().path("actorUserId")).isEqualTo(caller.task(id).path("userId"));
  }

  @Test
  void what_became_of_the_original_is_left_behind() throws Exception {
    try (var target = new Target()) {
      long id = caller.create(ATask.calling(target.uri("/once")));
      caller.ended(id);

      JsonNode copy = cloned(id, "{'executionType':'manual_trigger'}");

      assertThat(copy.path("status").asText()).isEqualTo("pending");
      assertThat(copy.path("version").asInt()).isEqualTo(1);
      for (String field :
          List.of(
              "result",
              "resultSummary",
              "lastError",
              "startedAt",
              "completedAt",
              "queuedAt",
              "notificationsSent")) {
        assertThat(copy.path(field).isNull()).as(field).isTrue();
      }
      assertThat(caller.task(copy.path("id").asLong()).path("executions")).isEmpty();
    }
  }

  @Test
  void a_copy_that_may_run_runs() throws Exception {
    try (var target = new Target()) {
      long id = caller.create(ATask.calling(target.uri("/twice")));
      caller.ended(id);

      caller.ended(cloned(id, "").path("id").asLong());

      assertThat(target.calls("/twice")).isEqualTo(2);
    }
  }

  @Test
  void fields_are_kept_set_and_cleared() {
    long id = caller.create(everything());

    JsonNode copy =
        cloned(id, "{'title':'Copy','description':null,'tags':[],'deadline':null,'metadata':null}");

    assertThat(copy.path("title").asText()).isEqualTo("Copy");
    assertThat(copy.path("description").isNull()).isTrue();
    assertThat(copy.path("deadline").isNull()).isTrue();
    assertThat(copy.path("metadata").isNull()).isTrue();
    assertThat(copy.path("tags")).isEmpty();
    assertThat(copy.path("priority").asText()).isEqualTo("high");
  }

  @Test
  void a_dry_run_stores_nothing_and_shows_a_body_that_creates_the_same() {
    long id = caller.create(everything());

    HttpResponse<String> draft = caller.act(id, "clone", "{'dryRun':true,'title':'Copy'}");

    assertThat(draft.statusCode()).as(draft.body()).isEqualTo(200);
    assertThat(json(caller.get("/v1/tasks")).path("total").asInt()).isEqualTo(1);
    JsonNode created = json(caller.post("/v1/tasks", draft.body()));
    JsonNode copy = cloned(id, "{'title':'Copy'}");
    assertThat(names(json(draft)))
        .hasSize(21)
        .allSatisfy(
            field -> {
              assertThat(json(draft).path(field)).as(field).isEqualTo(copy.path(field));
              assertThat(created.path(field)).as(field).isEqualTo(copy.path(field));
            });
  }

  @Test
  void a_dry_run_tells_every_fault() {
    long id = caller.create(ATask.idle());

    assertThat(
            UpdatingTest.fields(
                caller.act(id, "clone", "{'dryRun':true,'dependsOn':[%d]}".formatted(NOBODYS))))
        .containsExactly("dependsOn");
    assertThat(UpdatingTest.fields(caller.act(id, "clone", "{'dryRun':1,'title':'','more':1}")))
        .containsExactlyInAnyOrder("dryRun", "title", "more");
  }

  @Test
  void times_that_have_passed_are_dropped_and_those_ahead_are_kept() throws Exception {
    long id = caller.create(everything().with("scheduledFor", FAR));

    assertThat(cloned(id, "").path("scheduledFor").asText()).isEqualTo(FAR);

    passTimesOf(id);
    JsonNode copy = cloned(id, "");
    assertThat(copy.path("scheduledFor").isNull()).isTrue();
    assertThat(copy.path("deadline").isNull()).isTrue();
  }

  @Test
  void a_scheduled_one_whose_time_has_passed_needs_another_time() throws Exception {
    long id =
        caller.create(ATask.idle().with("executionType", "scheduled").with("scheduledFor", FAR));
    passTimesOf(id);

    assertThat(UpdatingTest.fields(caller.act(id, "clone", ""))).containsExactly("scheduledFor");
    assertThat(cloned(id, "{'scheduledFor':'%s'}".formatted(FAR)).path("scheduledFor").asText())
        .isEqualTo(FAR);
  }

  @Test
  void dependencies_that_are_cancelled_are_left_out_unless_they_are_asked_for() {
    long done = caller.create(ATask.idle());
    long open = caller.create(ATask.idle());
    long cancelled = caller.create(ATask.idle());
    long id = caller.create(ATask.idle().after(done, open, cancelled));
    caller.patch(done, "{'status':'completed'}");
    caller.send("DELETE", "/v1/tasks/" + cancelled, "");

    JsonNode copy = cloned(id, "");

    assertThat(copy.path("dependsOn")).extracting(JsonNode::asLong).containsExactly(done, open);
    assertThat(copy.path("blockedBy").asLong()).isEqualTo(open);
    assertThat(
            UpdatingTest.fields(caller.act(id, "clone", "{'dependsOn':[%d]}".formatted(cancelled))))
        .containsExactly("dependsOn");
  }

  @Test
  void what_was_ever_reviewed_is_reviewed_again_unless_the_caller_says_otherwise() {
    long open = caller.create(ATask.idle().awaitingReview());
    long approved = caller.create(ATask.idle().awaitingReview());
    caller.act(approved, "approve", "");

    for (long id : List.of(open, approved)) {
      JsonNode copy = cloned(id, "");
      assertThat(copy.path("requiresHumanReview").asBoolean()).isTrue();
      assertThat(copy.path("humanReviewedAt").isNull()).isTrue();
      assertThat(copy.path("humanReviewedBy").isNull()).isTrue();
    }
    assertThat(
            cloned(approved, "{'requiresHumanReview':false}")
                .path("requiresHumanReview")
                .asBoolean(true))
        .isFalse();
  }

  @Test
  void a_configuration_is_checked_by_the_type_that_the_copy_has() throws Exception {
    try (var target = new Target()) {
      long id =
          caller.create(
              ATask.calling(target.uri("/never")).with("executionType", "manual_trigger"));

      assertThat(UpdatingTest.fields(caller.act(id, "clone", "{'executionConfig':{}}")))
          .containsExactly("executionConfig.url");
      assertThat(UpdatingTest.fields(caller.act(id, "clone", "{'executionConfig':null}")))
          .containsExactly("executionConfig.url");
      assertThat(UpdatingTest.fields(caller.act(id, "clone", "{'taskType':'reminder'}")))
          .containsExactly("executionConfig");
      assertThat(
              cloned(id, "{'taskType':'reminder','executionConfig':null}")
                  .path("taskType")
                  .asText())
          .isEqualTo("reminder");
      assertThat(cloned(id, "{'taskType':'api_call'}").path("executionConfig"))
          .isEqualTo(caller.task(id).path("executionConfig"));
    }
  }

  @Test
  void all_faults_that_only_the_database_sees_come_at_once() throws Exception {
    long id = caller.create(ATask.of("reminder").with("executionType", "manual_trigger"));

    HttpResponse<String> refused =
        caller.act(
            id,
            "clone",
            "{'taskType':'api_call','executionType':'scheduled','dependsOn':[%d]}"
                .formatted(NOBODYS));

    assertThat(UpdatingTest.fields(refused))
        .containsExactlyInAnyOrder("executionConfig.url", "scheduledFor", "dependsOn");
  }

  @Test
  @Tag("NFR-019")
  void somebody_elses_task_is_no_model_and_nothing_to_wait_for() {
    Caller other = Caller.somebody();
    long foreign = other.create(ATask.idle());
    long id = caller.create(ATask.idle());

    assertThat(caller.act(foreign, "clone", "").statusCode()).isEqualTo(404);
    assertThat(caller.act(NOBODYS, "clone", "{'dryRun':true}").statusCode()).isEqualTo(404);
    HttpResponse<String> unknown = waitingFor(id, NOBODYS);
    assertThat(UpdatingTest.fields(waitingFor(id, foreign))).containsExactly("dependsOn");
    assertThat(message(waitingFor(id, foreign)).replace("" + foreign, "" + NOBODYS))
        .isEqualTo(message(unknown));
    assertThat(json(other.get("/v1/tasks")).path("total").asInt()).isEqualTo(1);
  }

  @Test
  void a_dry_run_uses_no_key_up() {
    long id = caller.create(ATask.idle());
    Map<String, String> key = Map.of("idempotency-key", "a");
    String path = "/v1/tasks/" + id + "/clone";

    assertThat(caller.send("POST", path, "{\"dryRun\":true}", key).statusCode()).isEqualTo(200);
    assertThat(caller.send("POST", path, "", key).statusCode()).isEqualTo(201);
  }

  /** Without what was told to others, which happens when it happens. */
  private static JsonNode untold(JsonNode task) {
    return ((ObjectNode) task.deepCopy()).without("notificationsSent");
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private HttpResponse<String> waitingFor(long id, long dependency) {
    return caller.act(id, "clone", "{'dependsOn':[%d]}".formatted(dependency));
  }

  private static String message(HttpResponse<String> refused) {
    return json(refused).at("/errors/0/message").asText();
  }

  /** A task with all fields given, each otherwise than by default. */
  private static ATask everything() {
    ObjectNode fields =
        ATask.idle()
            .with("description", "What it is about")
            .with("category", "campaigns")
            .with("priority", "high")
            .with("urgency", "soon")
            .with("assignedToBot", false)
            .with("requiresHumanReview", true)
            .with("reviewDeadline", FAR)
            .with("onReviewExpiry", "reject")
            .with("deadline", FAR)
            .with("onDependencyFailure", "run")
            .with("notifyOnComplete", false)
            .with("notifyOnFailure", false)
            .fields();
    fields.withObject("/executionConfig").put("timeoutSeconds", 60).put("recording", true);
    fields.putObject("metadata").put("from", "elsewhere");
    fields.putArray("tags").add("b").add("a");
    fields.put("maxRetries", 7);
    return new ATask(fields);
  }

  private void passTimesOf(long id) throws Exception {
    rows.of(
        """
        update agency_tasks
        set scheduled_for = now() - interval '1 hour',
            review_deadline = now() - interval '2 hours',
            deadline = now() - interval '1 minute'
        where id = ?
        """,
        id);
  }

  private JsonNode cloned(long id, String body) {
    HttpResponse<String> copy = caller.act(id, "clone", body);
    assertThat(copy.statusCode()).as(copy.body()).isEqualTo(201);
    assertThat(copy.headers().firstValue("location"))
        .hasValue("/v1/tasks/" + json(copy).path("id").asLong());
    assertThat(copy.headers().firstValue("etag")).hasValue("\"1\"");
    return json(copy);
  }
}
