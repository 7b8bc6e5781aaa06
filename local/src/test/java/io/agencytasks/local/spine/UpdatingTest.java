package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update changes, and what it leaves alone (FR-004). */
@Tag("US-003")
@Tag("AC-003")
class UpdatingTest {
  private final Caller caller = Caller.somebody();

  @ParameterizedTest
  @Tag("FR-004.4")
  @Tag("FR-004.5")
  @Tag("FR-004.6")
  @Tag("FR-004.7")
  @Tag("FR-004.8")
  @Tag("FR-004.11")
  @Tag("FR-004.12")
  @Tag("FR-004.13")
  @Tag("FR-004.14")
  @Tag("FR-004.15")
  @Tag("FR-004.16")
  @Tag("FR-004.17")
  @Tag("FR-004.18")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          title               | "Another title"
          description         | "About it"
          category            | "billing"
          priority            | "critical"
          urgency             | "soon"
          assignedToBot       | false
          requiresHumanReview | true
          executionType       | "automatic"
          executionConfig     | {"steps":[{"do":"goto","url":"https://example.com/a"}]}
          scheduledFor        | "2100-01-01T09:30:00Z"
          deadline            | "2100-01-01T09:30:00.123456Z"
          onDependencyFailure | "run"
          tags                | ["x","y"]
          metadata            | {"client":7}
          maxRetries          | 0
          notifyOnComplete    | false
          notifyOnFailure     | false
          """)
  void a_field_takes_its_value_and_no_other_changes(String field, String value) {
    long id = caller.create(ATask.idle());
    JsonNode before = caller.task(id);

    HttpResponse<String> answer = caller.patch(id, "{\"%s\":%s}".formatted(field, value));

    JsonNode after = json(answer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(after.path(field)).hasToString(value);
    assertThat(answer.headers().firstValue("etag")).hasValue("\"2\"");
    assertThat(differences(before, after)).containsOnly(field, "version", "updatedAt");
    assertThat(differences(caller.task(id), after)).isEmpty();
  }

  @ParameterizedTest
  @Tag("FR-004.15")
  @ValueSource(strings = {"description", "executionConfig", "scheduledFor", "deadline", "metadata"})
  void null_clears_what_may_be_empty(String field) {
    long id =
        caller.create(
            ATask.of("reminder")
                .with("description", "About it")
                .with("scheduledFor", "2100-01-01T00:00:00Z")
                .with("deadline", "2100-01-01T00:00:00Z"));
    caller.patch(id, "{'metadata':{'a':1},'executionConfig':{'note':'Call'}}");

    assertThat(json(caller.patch(id, "{'%s':null}".formatted(field))).path(field).isNull())
        .isTrue();
  }

  @Test
  @Tag("FR-004.3")
  void what_is_not_given_is_kept_and_nothing_at_all_is_refused() {
    long id = caller.create(ATask.idle().with("description", "Kept"));

    assertThat(json(caller.patch(id, "{'priority':'low'}")).path("description").asText())
        .isEqualTo("Kept");
    assertThat(caller.patch(id, "{}").statusCode()).isEqualTo(400);
  }

  @Test
  @Tag("FR-004.22")
  @Tag("FR-004.23")
  void every_update_counts_even_one_that_changes_nothing() {
    long id = caller.create(ATask.idle());
    Instant before = Instant.parse(caller.task(id).path("updatedAt").asText());

    JsonNode after = json(caller.patch(id, "{'title':'A task'}"));

    assertThat(after.path("version").asInt()).isEqualTo(2);
    assertThat(Instant.parse(after.path("updatedAt").asText())).isAfter(before);
  }

  @Test
  @Tag("FR-004.9")
  @Tag("FR-004.10")
  @Tag("FR-004.19")
  @Tag("FR-004.20")
  @Tag("FR-004.21")
  void times_follow_the_status() {
    long id = caller.create(ATask.idle().with("assignedToBot", false));

    JsonNode queued = json(caller.patch(id, "{'status':'queued','statusReason':'Next'}"));
    JsonNode started = json(caller.patch(id, "{'status':'in_progress'}"));
    JsonNode completed = json(caller.patch(id, "{'status':'completed'}"));

    assertThat(queued.path("statusReason").asText()).isEqualTo("Next");
    assertThat(queued.path("queuedAt").isNull()).isFalse();
    assertThat(queued.path("startedAt").isNull()).isTrue();
    assertThat(started.path("startedAt").isNull()).isFalse();
    assertThat(completed.path("completedAt").isNull()).isFalse();
    assertThat(completed.path("queuedAt")).isEqualTo(queued.path("queuedAt"));
  }

  @Test
  void a_bots_task_is_started_and_ended_by_the_bot_alone() {
    long id = caller.create(ATask.idle());

    HttpResponse<String> refused = caller.patch(id, "{'status':'in_progress'}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("currentStatus").asText()).isEqualTo("pending");
    assertThat(json(refused).path("detail").asText()).contains("assignedToBot");
    JsonNode taken = json(caller.patch(id, "{'status':'in_progress','assignedToBot':false}"));
    assertThat(taken.path("status").asText()).isEqualTo("in_progress");
  }

  @Test
  void another_type_brings_its_own_configuration() {
    long id = caller.create(ATask.idle());

    HttpResponse<String> without = caller.patch(id, "{'taskType':'api_call'}");
    HttpResponse<String> wrong =
        caller.patch(id, "{'taskType':'api_call','executionConfig':{},'title':''}");
    HttpResponse<String> right =
        caller.patch(
            id, "{'taskType':'api_call','executionConfig':{'url':'https://example.com/'}}");

    assertThat(fields(without)).containsExactly("executionConfig");
    assertThat(fields(wrong)).containsExactlyInAnyOrder("executionConfig.url", "title");
    assertThat(json(right).path("taskType").asText()).isEqualTo("api_call");
    assertThat(fields(caller.patch(id, "{'executionConfig':{'method':'GET'}}")))
        .containsExactly("executionConfig.url");
    assertThat(json(caller.patch(id, "{'taskType':'api_call'}")).path("version").asInt())
        .isEqualTo(3);
  }

  @Test
  void a_scheduled_task_needs_its_time() {
    long id = caller.create(ATask.idle());

    assertThat(fields(caller.patch(id, "{'executionType':'scheduled'}")))
        .containsExactly("scheduledFor");
    assertThat(
            caller
                .patch(id, "{'executionType':'scheduled','scheduledFor':'2100-01-01T00:00:00Z'}")
                .statusCode())
        .isEqualTo(200);
    assertThat(fields(caller.patch(id, "{'scheduledFor':null}"))).containsExactly("scheduledFor");
  }

  @Test
  void what_ran_stays_as_it_ran_but_may_be_filed_otherwise() {
    long id = caller.create(ATask.idle());
    caller.patch(id, "{'status':'completed'}");

    HttpResponse<String> refused = caller.patch(id, "{'title':'It was something else'}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("currentStatus").asText()).isEqualTo("completed");
    assertThat(caller.patch(id, "{'status':'pending'}").statusCode()).isEqualTo(409);
    assertThat(json(caller.patch(id, "{'tags':['done'],'category':'archive'}")).path("category"))
        .hasToString("\"archive\"");
  }

  @Test
  void a_task_that_is_given_a_later_time_waits_for_it() {
    long id = caller.create(ATask.waiting());
    var later = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

    caller.patch(id, "{'scheduledFor':'%s'}".formatted(later));

    assertThat(ready(id)).isFalse();
    caller.patch(id, "{'scheduledFor':null}");
    assertThat(ready(id)).isTrue();
    caller.patch(id, "{'status':'deferred'}");
    assertThat(ready(id)).isFalse();
    caller.patch(id, "{'status':'pending'}");
    assertThat(ready(id)).isTrue();
    caller.patch(id, "{'executionType':'manual_trigger'}");
    assertThat(ready(id)).isFalse();
    caller.patch(id, "{'executionType':'automatic'}");
    assertThat(ready(id)).isTrue();
  }

  @Test
  @Tag("NFR-023")
  void every_change_of_what_governs_the_run_is_written_down_with_before_and_after() {
    long id = caller.create(ATask.of("reminder").with("executionType", "manual_trigger"));
    caller.patch(id, "{'title':'New','executionConfig':{'note':'Call'}}");
    caller.patch(id, "{'description':'No matter'}");
    caller.patch(id, "{'status':'deferred','statusReason':'Later'}");

    List<JsonNode> events = caller.events(id);

    assertThat(events).hasSize(3);
    assertThat(events.get(1).path("changes"))
        .hasToString(
            "{\"title\":{\"after\":\"New\",\"before\":\"A task\"},"
                + "\"executionConfig\":{\"after\":{\"note\":\"Call\"},\"before\":null}}");
    assertThat(events.get(1).path("actor").asText()).isEqualTo("user");
    assertThat(events.get(2).path("fromStatus").asText()).isEqualTo("pending");
    assertThat(events.get(2).path("toStatus").asText()).isEqualTo("deferred");
    assertThat(events.get(2).path("reason").asText()).isEqualTo("Later");
  }

  @Test
  void if_match_lets_only_the_version_be_changed_that_was_seen() {
    long id = caller.create(ATask.idle());
    String path = "/v1/tasks/" + id;

    assertThat(ifMatch(path, "\"7\"").statusCode()).isEqualTo(412);
    assertThat(ifMatch(path, "W/\"1\"").statusCode()).isEqualTo(412);
    assertThat(ifMatch(path, "1").statusCode()).isEqualTo(400);
    assertThat(ifMatch(path, "\"7\", \"1\"").statusCode()).isEqualTo(200);
    assertThat(ifMatch(path, "\"1\"").statusCode()).isEqualTo(412);
    assertThat(ifMatch(path, "*").statusCode()).isEqualTo(200);
    for (String action : List.of("approve", "reject", "execute")) {
      assertThat(
              caller
                  .send(
                      "POST",
                      path + "/" + action,
                      action.equals("reject") ? "{\"reason\":\"No\"}" : "",
                      Map.of("if-match", "\"1\""))
                  .statusCode())
          .as(action)
          .isEqualTo(412);
    }
    assertThat(caller.send("DELETE", path, "", Map.of("if-match", "\"1\"")).statusCode())
        .isEqualTo(412);
  }

  private HttpResponse<String> ifMatch(String path, String etag) {
    return caller.send("PATCH", path, "{\"priority\":\"low\"}", Map.of("if-match", etag));
  }

  private boolean ready(long id) {
    return json(caller.get("/v1/tasks/%d/readiness".formatted(id))).path("ready").asBoolean();
  }

  static List<String> fields(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    return json(refused).path("errors").findValuesAsText("field");
  }

  private static List<String> differences(JsonNode before, JsonNode after) {
    return after
        .propertyStream()
        .filter(field -> !field.getValue().equals(before.path(field.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
