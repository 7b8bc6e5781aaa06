package io.agencytasks.functions.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.domain.task.TaskType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A task on its way from the database's JSON to the API's. */
class TaskJsonTest {
  private static final String ROW =
      """
      {"id": 7, "task_uuid": "7d3e0d0c-52c9-4b1e-9d55-0f4f7c1f4a01", "user_id": 3,
       "source_type": "webhook_sms", "source_webhook_id": 5, "title": "Grüße \uD83D\uDE80",
       "category": "general", "task_type": "api_call", "priority": "critical", "urgency": "soon",
       "status": "waiting_input", "assigned_to_bot": true, "requires_human_review": false,
       "execution_type": "manual_trigger", "scheduled_for": "2026-11-23T12:00:00.123456+02:00",
       "depends_on": [1, 2], "blocked_by": 2, "on_dependency_failure": "run", "error_count": 1,
       "max_retries": 3, "notify_on_complete": true, "notify_on_failure": false,
       "tags": ["a", "b"], "metadata": {"price": 1.50, "big": 12345678901234567890},
       "created_at": "2026-11-23T10:00:00+00:00", "updated_at": "2026-11-23T10:00:00+00:00",
       "version": 2, "lane": "standard", "a_column_that_nobody_asked_for": 1}
      """;

  private static final JsonMapper API = Mappers.forApi();

  @Test
  void a_row_becomes_a_task() throws JsonProcessingException {
    var summary = summary();

    assertThat(summary.id()).isEqualTo(new TaskId(7));
    assertThat(summary.status()).isEqualTo(TaskStatus.WAITING_INPUT);
    assertThat(summary.taskType()).isEqualTo(TaskType.API_CALL);
    assertThat(summary.dependsOn()).containsExactly(new TaskId(1), new TaskId(2));
    assertThat(summary.blockedBy()).isEqualTo(new TaskId(2));
    assertThat(summary.scheduledFor()).isEqualTo(Instant.parse("2026-11-23T10:00:00.123456Z"));
    assertThat(summary.deadline()).isNull();
  }

  @Test
  void a_task_is_one_flat_object_with_its_names_in_camel_case() throws JsonProcessingException {
    var task = new Task(summary(), new Json("{\"a\": 1}"), null, null);

    var json = API.readTree(API.writeValueAsString(task));

    assertThat(json.has("summary")).isFalse();
    assertThat(json.get("id").longValue()).isEqualTo(7);
    assertThat(json.get("status").textValue()).isEqualTo("waiting_input");
    assertThat(json.get("executionType").textValue()).isEqualTo("manual_trigger");
    assertThat(json.get("title").textValue()).isEqualTo("Grüße \uD83D\uDE80");
    assertThat(json.get("dependsOn").get(1).longValue()).isEqualTo(2);
    assertThat(json.get("executionConfig").get("a").intValue()).isEqualTo(1);
  }

  @Test
  void what_is_not_there_is_shown_as_null() throws JsonProcessingException {
    var json = API.readTree(API.writeValueAsString(new Task(summary(), null, null, null)));

    assertThat(json.has("deadline")).isTrue();
    assertThat(json.get("deadline").isNull()).isTrue();
    assertThat(json.get("result").isNull()).isTrue();
  }

  @Test
  void times_are_written_in_utc_with_a_z() throws JsonProcessingException {
    var json = API.readTree(API.writeValueAsString(summary()));

    assertThat(json.get("scheduledFor").textValue()).isEqualTo("2026-11-23T10:00:00.123456Z");
    assertThat(json.get("createdAt").textValue()).isEqualTo("2026-11-23T10:00:00Z");
  }

  @Test
  void numbers_in_documents_keep_every_digit() throws JsonProcessingException {
    assertThat(API.writeValueAsString(summary()))
        .contains("{\"price\":1.50,\"big\":12345678901234567890}");
  }

  @Test
  void what_executors_kept_may_nest_deeper_than_what_the_api_takes()
      throws JsonProcessingException {
    var deep = "[".repeat(64) + "]".repeat(64);
    var row = ROW.replace("\"metadata\": {", "\"metadata\": {\"deep\": %s, ".formatted(deep));

    assertThat(Mappers.forRows().readValue(row, TaskSummary.class).metadata()).isNotNull();
  }

  @Test
  void the_api_reads_nothing_behind_the_value() {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> API.readTree("{} {}"));
  }

  private static TaskSummary summary() throws JsonProcessingException {
    return Mappers.forRows().readValue(ROW, TaskSummary.class);
  }
}
