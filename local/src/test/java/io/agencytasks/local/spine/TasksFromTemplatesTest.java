package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A task from a template: the defaults, over them the template, over both what the caller says. */
class TasksFromTemplatesTest {
  private static final long NOBODYS = 9_007_199_254_740_990L;

  private final Caller caller = Caller.somebody();

  @Test
  void what_neither_the_template_nor_the_caller_says_has_its_default() {
    long template =
        template(
            "{'title':'From the template','taskType':'browser_automation',"
                + "'executionConfig':{'steps':[{'do':'goto','url':'https://example.com/'}]},"
                + "'executionType':'manual_trigger','priority':'high','tags':['a']}");

    JsonNode task = made(template, "{'title':'From the caller','deadline':null}");

    JsonNode plain = caller.task(caller.create(ATask.idle()));
    assertThat(task.path("title").asText()).isEqualTo("From the caller");
    assertThat(task.path("priority").asText()).isEqualTo("high");
    assertThat(task.path("tags").toString()).isEqualTo("[\"a\"]");
    assertThat(task.path("sourceType").asText()).isEqualTo("template");
    for (String field :
        List.of(
            "description",
            "category",
            "urgency",
            "assignedToBot",
            "requiresHumanReview",
            "reviewDeadline",
            "onReviewExpiry",
            "executionConfig",
            "scheduledFor",
            "deadline",
            "dependsOn",
            "onDependencyFailure",
            "metadata",
            "maxRetries",
            "notifyOnComplete",
            "notifyOnFailure",
            "status",
            "version")) {
      assertThat(task.path(field)).as(field).isEqualTo(plain.path(field));
    }
  }

  @Test
  @Tag("NFR-023")
  void the_first_event_names_the_template_and_who_used_it() {
    long template = template(ATask.idle().json());

    JsonNode event = caller.events(made(template, "").path("id").asLong()).getFirst();

    assertThat(event.path("reason").asText()).isEqualTo("Made from template " + template);
    assertThat(event.path("actor").asText()).isEqualTo("user");
  }

  @Test
  void a_task_that_may_run_runs() throws Exception {
    try (var target = new Target()) {
      long template = template(ATask.calling(target.uri("/hello")).json());

      assertThat(caller.ended(made(template, "").path("id").asLong()).path("status").asText())
          .isEqualTo("completed");
      assertThat(target.calls("/hello")).isEqualTo(1);
    }
  }

  @Test
  void what_is_missing_from_both_is_told_at_once() {
    long empty = template("{}");

    assertThat(faults(empty, "{'executionType':'scheduled','dependsOn':[%d]}".formatted(NOBODYS)))
        .containsExactlyInAnyOrder("title", "taskType", "scheduledFor", "dependsOn");
    assertThat(made(empty, "{'title':'A','taskType':'reminder'}").path("title").asText())
        .isEqualTo("A");
  }

  @Test
  void a_configuration_goes_with_the_type_it_was_checked_by() {
    long template =
        template(
            "{'title':'A','taskType':'api_call',"
                + "'executionConfig':{'url':'https://example.com'},'executionType':'manual_trigger'}");

    assertThat(faults(template, "{'taskType':'reminder'}")).containsExactly("executionConfig");
    assertThat(faults(template, "{'executionConfig':{}}")).containsExactly("executionConfig.url");
    assertThat(faults(template, "{'executionConfig':null}")).containsExactly("executionConfig.url");
    assertThat(
            made(template, "{'taskType':'reminder','executionConfig':null}")
                .path("taskType")
                .asText())
        .isEqualTo("reminder");
    assertThat(made(template, "").at("/executionConfig/url").asText())
        .isEqualTo("https://example.com");
  }

  @Test
  void a_type_alone_in_the_template_checks_the_configuration_of_the_caller() {
    long template =
        template("{'title':'A','taskType':'api_call','executionType':'manual_trigger'}");

    assertThat(faults(template, "")).containsExactly("executionConfig.url");
    assertThat(faults(template, "{'executionConfig':{'url':7}}"))
        .containsExactly("executionConfig.url");
    made(template, "{'executionConfig':{'url':'https://example.com'}}");
  }

  @Test
  void a_time_in_the_template_can_be_cleared() {
    long template =
        template("{'title':'A','taskType':'reminder','scheduledFor':'2999-01-01T00:00:00Z'}");

    assertThat(
            made(template, "{'scheduledFor':null,'assignedToBot':false}")
                .path("scheduledFor")
                .isNull())
        .isTrue();
  }

  @Test
  void the_tasks_of_a_deleted_template_stay() {
    long template = template(ATask.idle().json());
    long id = made(template, "").path("id").asLong();

    assertThat(caller.send("DELETE", "/v1/templates/" + template, "").statusCode()).isEqualTo(200);

    assertThat(caller.task(id).path("sourceType").asText()).isEqualTo("template");
    assertThat(from(template, "").statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("NFR-019")
  void a_foreign_and_an_unknown_task_cannot_be_waited_for_by_way_of_a_template_either() {
    long foreign = Caller.somebody().create(ATask.idle());
    long waiting = template(ATask.idle().after(foreign).json());
    long unknown = template(ATask.idle().after(NOBODYS).json());

    assertThat(faults(waiting, "")).containsExactly("dependsOn");
    assertThat(faults(unknown, "")).containsExactly("dependsOn");
    assertThat(made(waiting, "{'dependsOn':[]}").path("dependsOn")).isEmpty();
  }

  private long template(String task) {
    HttpResponse<String> created =
        caller.post(
            "/v1/templates",
            "{\"name\":\"%s\",\"task\":%s}".formatted(UUID.randomUUID(), task.replace('\'', '"')));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return json(created).path("id").asLong();
  }

  private HttpResponse<String> from(long template, String body) {
    return caller.post("/v1/templates/%d/tasks".formatted(template), body.replace('\'', '"'));
  }

  private JsonNode made(long template, String body) {
    HttpResponse<String> created = from(template, body);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return json(created);
  }

  private List<String> faults(long template, String body) {
    return UpdatingTest.fields(from(template, body));
  }
}
