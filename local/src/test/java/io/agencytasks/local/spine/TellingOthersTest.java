package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others hear of tasks, from a request to the bus. */
class TellingOthersTest {
  private static final String CANARY = "canary-7b1d2e";

  private final Caller caller = Caller.somebody();

  @Test
  void a_review_is_asked_for_and_decided() {
    long id = caller.create(ATask.idle().awaitingReview());
    assertThat(heardOf(id, 1)).containsExactly("TaskReviewRequested");

    caller.act(id, "approve", "{}");
    assertThat(heardOf(id, 2)).containsExactly("TaskReviewRequested", "TaskReviewed");

    caller.patch(id, "{'title':'Another'}");
    assertThat(heardOf(id, 3)).endsWith("TaskReviewRequested");

    caller.act(id, "reject", "{'reason':'No'}");
    assertThat(heardOf(id, 5)).contains("TaskReviewed", "TaskCancelled");
  }

  @Test
  void a_run_ends_and_a_dependent_goes_down_with_it() throws Exception {
    try (var target = new Target()) {
      long good = caller.create(ATask.calling(target.answering("/", Target.reply(200, "{}"))));
      long bad =
          caller.create(
              ATask.calling(target.answering("/no", Target.reply(400, "{}")))
                  .with("executionType", "manual_trigger"));
      long next = caller.create(ATask.idle().after(bad).with("onDependencyFailure", "cancel"));
      caller.act(bad, "execute", "{}");

      assertThat(heardOf(good, 1)).containsExactly("TaskCompleted");
      assertThat(heardOf(bad, 1)).containsExactly("TaskFailed");
      assertThat(heardOf(next, 1)).containsExactly("TaskCancelled");
    }
  }

  @Test
  void the_task_shows_what_was_sent_and_keeps_its_etag() {
    long id = caller.create(ATask.idle());
    HttpResponse<String> cancelled = caller.send("DELETE", "/v1/tasks/" + id, "");
    assertThat(cancelled.statusCode()).isEqualTo(200);
    String etag = etag(id);

    JsonNode sent =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> caller.task(id).path("notificationsSent"), it -> it.isObject());

    assertThat(sent.at("/events/0/type").asText()).isEqualTo("TaskCancelled");
    assertThat(sent.at("/events/0/id").asText()).isEqualTo(event(id).at("/detail/id").asText());
    assertThat(etag(id)).isEqualTo(etag);
    assertThat(Caller.json(caller.get("/v1/tasks")).at("/tasks/0/notificationsSent"))
        .isEqualTo(sent);
  }

  @Test
  void a_bell_that_was_lost_is_made_up_for_by_the_sweep() throws Exception {
    long id = caller.create(ATask.idle());
    new Rows(SharedCloud.cloud().superuser())
        .of("update agency_tasks set status = 'cancelled' where id = ?", id);

    HttpResponse<String> swept = caller.post("/local/schedules/Sweep/fire", "");

    assertThat(swept.statusCode()).isEqualTo(200);
    assertThat(heardOf(id, 1)).containsExactly("TaskCancelled");
  }

  @Test
  void words_of_people_are_in_no_event() {
    ATask task = ATask.idle().awaitingReview().with("title", CANARY).with("description", CANARY);
    task.fields().putObject("metadata").put(CANARY, CANARY);
    task =
        task.withConfig(
            "steps", "[{'do':'goto','url':'https://example.com/%s'}]".formatted(CANARY));
    task.fields().putArray("tags").add(CANARY);
    long id = caller.create(task);
    caller.act(id, "approve", "{'notes':'%s'}".formatted(CANARY));
    caller.patch(id, "{'status':'failed','statusReason':'%s'}".formatted(CANARY));

    assertThat(heardOf(id, 3)).contains("TaskFailed");
    assertThat(events(id)).allSatisfy(it -> assertThat(it.toString()).doesNotContain(CANARY));
  }

  private String etag(long id) {
    return caller.get("/v1/tasks/" + id).headers().firstValue("etag").orElseThrow();
  }

  private JsonNode event(long id) {
    return events(id).getFirst();
  }

  /** The types of the events of a task, in their order, once there are so many. */
  private List<String> heardOf(long id, int events) {
    return await("events of task " + id)
        .atMost(Duration.ofSeconds(30))
        .until(() -> events(id), heard -> heard.size() >= events)
        .stream()
        .map(event -> event.path("detail-type").asText())
        .toList();
  }

  private List<JsonNode> events(long id) {
    List<JsonNode> events = new ArrayList<>();
    Caller.json(caller.get("/local/events"))
        .path("events")
        .forEach(
            event -> {
              if (event.at("/detail/taskId").asLong() == id) {
                events.addFirst(event);
              }
            });
    return events;
  }
}
