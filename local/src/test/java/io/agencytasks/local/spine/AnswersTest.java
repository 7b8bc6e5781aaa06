package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the API shows of a task is what the contract says, no less and no more. */
class AnswersTest {
  /** The contract's section "Task", word for word. */
  private static final List<String> FIELDS =
      List.of(
          """
          id taskUuid userId sourceType sourceWebhookId sourceMessageId conversationId
          templateId occurrenceAt title
          description originalMessage category taskType priority urgency status statusReason
          assignedToBot requiresHumanReview humanReviewedBy humanReviewedAt reviewDeadline
          onReviewExpiry inputDeadline executionType
          executionConfig scheduledFor deadline dependsOn blockedBy onDependencyFailure result
          resultSummary lastError errorCount maxRetries notifyOnComplete notifyOnFailure
          notificationsSent tags metadata queuedAt startedAt completedAt createdAt updatedAt version
          """
              .strip()
              .split("\\s+"));

  private static final List<String> ONLY_WITH_THE_WHOLE_TASK =
      List.of("executionConfig", "originalMessage", "result");

  private final Caller caller = Caller.somebody();
  private final ATask task = ATask.of("reminder").with("executionType", "manual_trigger");

  @Test
  void a_created_task_comes_whole_with_its_place_and_version() {
    HttpResponse<String> created = caller.post("/v1/tasks", task.json());

    JsonNode body = Caller.json(created);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(names(body)).containsExactlyInAnyOrderElementsOf(FIELDS);
    assertThat(created.headers().firstValue("location"))
        .hasValue("/v1/tasks/" + body.path("id").asLong());
    assertThat(created.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(created.headers().firstValue("x-request-id")).isNotEmpty();
    assertThat(created.headers().firstValue("content-type")).hasValue("application/json");
  }

  @Test
  @Tag("US-014")
  @Tag("FR-011.3")
  void a_task_is_read_whole_with_what_surrounds_it() {
    long id = caller.create(task);

    HttpResponse<String> read = caller.get("/v1/tasks/" + id);

    assertThat(names(Caller.json(read)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(FIELDS.stream(), Stream.of("executions", "sourceMessage")).toList());
    assertThat(read.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(read.headers().firstValue("x-request-id")).isNotEmpty();
  }

  @Test
  @Tag("FR-011.5")
  void a_task_that_a_message_made_is_read_with_that_message() throws Exception {
    long id = caller.create(task);
    new Rows(SharedCloud.cloud().superuser())
        .of(
            """
            with message as (
              insert into inbound_messages (
                user_id, webhook_id, source, external_id, sender, subject, body, outcome)
              select user_id, 1, 'email', 'message-' || id, 'jo@example.com', 'The logo', 'Bigger?', 'task'
              from agency_tasks
              where id = ?
              returning id
            )
            update agency_tasks set source_message_id = (select id from message) where id = ?
            """,
            id,
            id);

    JsonNode message = caller.task(id).path("sourceMessage");

    assertThat(message.path("id")).isEqualTo(caller.task(id).path("sourceMessageId"));
    assertThat(message.path("source").asText()).isEqualTo("email");
    assertThat(message.path("sender").asText()).isEqualTo("jo@example.com");
    assertThat(message.path("subject").asText()).isEqualTo("The logo");
    assertThat(message.path("body").asText()).isEqualTo("Bigger?");
  }

  @Test
  void a_list_shows_tasks_without_their_big_fields_newest_first() {
    long older = caller.create(task);
    long newer = caller.create(task);

    HttpResponse<String> listed = caller.get("/v1/tasks");

    JsonNode list = Caller.json(listed);
    assertThat(names(list))
        .containsExactlyInAnyOrder("tasks", "total", "limit", "offset", "nextCursor");
    assertThat(list.path("total").asInt()).isEqualTo(2);
    assertThat(list.path("tasks"))
        .extracting(it -> it.path("id").asLong())
        .containsExactly(newer, older);
    assertThat(names(list.at("/tasks/0")))
        .containsExactlyInAnyOrderElementsOf(
            FIELDS.stream().filter(it -> !ONLY_WITH_THE_WHOLE_TASK.contains(it)).toList());
    assertThat(listed.headers().firstValue("x-request-id")).isNotEmpty();
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }
}
