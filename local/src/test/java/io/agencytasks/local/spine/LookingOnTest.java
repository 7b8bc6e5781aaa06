package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queue, statistics, history and readiness as callers see them. */
class LookingOnTest {
  private final Caller caller = Caller.somebody();
  private final ATask task = ATask.idle();

  @Test
  @Tag("US-007")
  @Tag("FR-009.4")
  @Tag("FR-009.5")
  @Tag("FR-009.7")
  void the_queue_shows_tasks_as_lists_do_with_their_places() {
    long id = caller.create(ATask.waiting());
    long waiting = caller.create(task);

    JsonNode queue = json(caller.get("/v1/tasks/queue"));

    assertThat(names(queue)).containsExactlyInAnyOrder("tasks", "counts");
    assertThat(queue.path("counts").toString())
        .isEqualTo("{\"running\":0,\"pending\":2,\"scheduled\":0}");
    assertThat(queue.path("tasks"))
        .extracting(it -> it.path("id").asLong())
        .containsExactly(waiting, id);
    assertThat(queue.path("tasks"))
        .extracting(it -> it.path("queuePosition").toString())
        .containsExactly("null", "1");
    assertThat(queue.at("/tasks/0/isRunning").toString()).isEqualTo("false");
    List<String> more = names(queue.at("/tasks/0"));
    more.removeAll(names(json(caller.get("/v1/tasks")).at("/tasks/0")));
    assertThat(more).containsExactly("isRunning", "queuePosition");
  }

  @Test
  @Tag("US-008")
  @Tag("AC-007")
  @Tag("FR-010.1")
  @Tag("FR-010.2")
  @Tag("FR-010.3")
  void statistics_show_every_state_and_priority_zeros_too() {
    caller.create(task.with("priority", "high"));
    caller.create(task.with("requiresHumanReview", true));

    HttpResponse<String> stats = caller.get("/v1/tasks/stats?timeZone=America/New_York");

    assertThat(stats.body())
        .isEqualTo(
            """
            {"byStatus":{"pending":2,"queued":0,"in_progress":0,"waiting_input":0,"completed":0,
            "failed":0,"cancelled":0,"deferred":0},
            "byPriority":{"low":0,"medium":1,"high":1,"critical":0},
            "pendingReview":1,"overdue":0,"scheduledToday":0,"total":2}
            """
                .replace("\n", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Europe/Berlin", "Europe%2FBerlin", "Asia/Kathmandu", "Etc/GMT%2B5"})
  @Tag("FR-010.5")
  void a_day_may_be_one_of_any_time_zone(String zone) {
    assertThat(caller.get("/v1/tasks/stats?timeZone=" + zone).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "stats?timeZone= timeZone",
        "stats?timeZone=Mars/Olympus timeZone",
        "stats?timeZone=europe/berlin timeZone",
        "stats?timeZone=%2B02:00 timeZone",
        "stats?timeZone=UTC%2B2 timeZone",
        "stats?timeZone=GMT-03:00 timeZone",
        "stats?timeZone=Z timeZone",
        "stats?timeZone=7 timeZone",
        "stats?timeZone=UTC&timeZone=UTC timeZone",
        "stats?timezone=UTC timezone",
        "queue?filter=done filter",
        "queue?filter= filter",
        "queue?filter=ALL filter",
        "queue?filter=all,running filter",
        "queue?filter=all&filter=all filter",
        "queue?limit=0 limit",
        "queue?limit=101 limit",
        "queue?offset=1 offset",
        "1/executions?limit=101 limit",
        "1/events?offset=-1 offset",
        "1/readiness?limit=1 limit"
      })
  @Tag("FR-009.1")
  @Tag("FR-009.2")
  @Tag("FR-012.3")
  @Tag("FR-012.4")
  void a_query_that_is_wrong_is_refused_by_name(String query, String field) {
    HttpResponse<String> refused = caller.get("/v1/tasks/" + query);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(json(refused).path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "9007199254740992"})
  @Tag("FR-012.1")
  void an_id_that_is_none_is_a_bad_request(String id) {
    for (String of : List.of("executions", "events", "readiness")) {
      assertThat(caller.get("/v1/tasks/" + id + "/" + of).statusCode()).isEqualTo(400);
    }
  }

  @Test
  @Tag("US-010")
  @Tag("AC-008")
  void the_history_of_a_task_that_ran_shows_its_attempt_and_its_changes() throws Exception {
    try (var target = new Target()) {
      long id = caller.create(ATask.calling(target.uri("/run")));
      caller.ended(id);

      JsonNode executions = json(caller.get("/v1/tasks/" + id + "/executions"));
      JsonNode events = json(caller.get("/v1/tasks/" + id + "/events"));

      assertThat(names(executions))
          .containsExactlyInAnyOrder("executions", "total", "limit", "offset");
      assertThat(executions.path("limit").asInt()).isEqualTo(20);
      assertThat(executions.at("/executions/0")).isEqualTo(caller.task(id).at("/executions/0"));
      assertThat(names(events)).containsExactlyInAnyOrder("events", "total", "limit", "offset");
      assertThat(events.path("limit").asInt()).isEqualTo(50);
      assertThat(events.path("events"))
          .extracting(event -> event.path("toStatus").asText())
          .containsExactly("completed", "in_progress", "pending");
      assertThat(names(events.at("/events/0")))
          .containsExactlyInAnyOrder(
              "id",
              "taskId",
              "actor",
              "actorUserId",
              "fromStatus",
              "toStatus",
              "reason",
              "changes",
              "occurredAt");
      assertThat(events.at("/events/2/actor").asText()).isEqualTo("user");
    }
  }

  @Test
  @Tag("NFR-010")
  void a_history_beyond_six_megabytes_is_answered_in_pages_that_lambda_can_carry()
      throws Exception {
    long id = caller.create(task);
    new Rows(SharedCloud.cloud().superuser())
        .of(
            """
            insert into task_executions (
              task_id, user_id, lane, attempt_number, triggered_by, status, completed_at,
              output, error_stack)
            select id, user_id, lane, n, 'retry', 'failed', now(),
                   jsonb_build_object('k', repeat('"', 16000)), repeat('"', 4000)
            from agency_tasks, generate_series(1, 100) as n
            where id = ?
            """,
            id);

    HttpResponse<String> page = caller.get("/v1/tasks/" + id + "/executions?limit=100");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(json(page).path("total").asInt()).isEqualTo(100);
    assertThat(json(page).path("executions").size()).isBetween(50, 99);
    assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(6 * 1024 * 1024);
  }

  @Test
  void readiness_says_every_reason_with_what_would_change_it() {
    long first = caller.create(task);
    long id = caller.create(task.with("requiresHumanReview", true).after(first));

    JsonNode readiness = json(caller.get("/v1/tasks/" + id + "/readiness"));

    assertThat(names(readiness))
        .containsExactlyInAnyOrder("ready", "reasons", "queuePosition", "estimatedStart");
    assertThat(readiness.path("ready").asBoolean()).isFalse();
    assertThat(readiness.path("queuePosition").isNull()).isTrue();
    assertThat(readiness.path("reasons"))
        .extracting(reason -> reason.path("code").asText())
        .containsExactly("MANUAL_TRIGGER", "REVIEW_REQUIRED", "BLOCKED");
    assertThat(readiness.path("reasons"))
        .allSatisfy(reason -> assertThat(reason.path("detail").asText()).isNotBlank());
    assertThat(readiness.at("/reasons/2/chain").toString())
        .isEqualTo("[{\"id\":%d,\"status\":\"pending\",\"dependsOn\":[]}]".formatted(first));
  }

  private static List<String> names(JsonNode object) {
    return new ArrayList<>(object.propertyStream().map(Map.Entry::getKey).toList());
  }
}
