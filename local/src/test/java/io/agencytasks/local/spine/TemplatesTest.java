package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates as such: made, read, listed, changed, deleted. */
class TemplatesTest {
  private static final String TEMPLATES = "/v1/templates";
  private static final long NOBODYS = 9_007_199_254_740_990L;

  private final Caller caller = Caller.somebody();

  @Test
  void a_template_comes_back_as_it_was_given_with_its_place_and_version() {
    HttpResponse<String> created =
        post("{'name':'Report','description':'Weekly','task':{'title':'Report','tags':['a']}}");

    JsonNode template = json(created);
    long id = template.path("id").asLong();
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.headers().firstValue("location")).hasValue(TEMPLATES + "/" + id);
    assertThat(created.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(template.path("name").asText()).isEqualTo("Report");
    assertThat(template.path("description").asText()).isEqualTo("Weekly");
    assertThat(template.path("task").toString())
        .isEqualTo("{\"title\":\"Report\",\"tags\":[\"a\"]}");
    assertThat(template.path("version").asInt()).isEqualTo(1);
    HttpResponse<String> read = caller.get(TEMPLATES + "/" + id);
    assertThat(json(read)).isEqualTo(template);
    assertThat(read.headers().firstValue("etag")).hasValue("\"1\"");
  }

  @Test
  void every_field_of_a_task_may_be_in_it() {
    ObjectNode task =
        ATask.of("api_call")
            .with("description", "What it is about")
            .with("category", "campaigns")
            .with("priority", "high")
            .with("urgency", "soon")
            .with("assignedToBot", false)
            .with("requiresHumanReview", true)
            .with("reviewDeadline", "2999-01-01T00:00:00Z")
            .with("onReviewExpiry", "escalate")
            .with("executionType", "scheduled")
            .with("scheduledFor", "2999-01-01T00:00:00Z")
            .with("deadline", "2999-01-02T00:00:00Z")
            .with("onDependencyFailure", "run")
            .with("notifyOnComplete", false)
            .with("notifyOnFailure", false)
            .fields();
    task.putArray("dependsOn").add(1).add(2);
    task.putObject("executionConfig").put("url", "https://example.com");
    task.putObject("metadata").putNull("from");
    task.putArray("tags").add("b").add("a");
    task.put("maxRetries", 7);

    assertThat(json(create("All", task)).path("task")).isEqualTo(task);
  }

  @Test
  void null_in_its_task_is_as_good_as_nothing() {
    String nulls =
        "{'description':null,'executionConfig':null,'scheduledFor':null,'deadline':null,'metadata':null}";

    assertThat(json(post("{'name':'Nothing','task':%s}".formatted(nulls))).path("task")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'task':{}} | name",
        "{'name':'A'} | task",
        "{'name':' ','task':{}} | name",
        "{'name':null,'task':null} | name,task",
        "{'name':'A','task':[]} | task",
        "{'name':'A','task':{},'more':1} | more",
        "{'name':'A','task':{'title':'','tags':[1]}} | task.title,task.tags",
        "{'name':'A','task':{'title':null,'status':'failed'}} | task.title,task.status",
        "{'name':'A','task':{'executionConfig':{}}} | task.executionConfig",
        "{'name':'A','task':{'taskType':'api_call','executionConfig':{}}} |"
            + " task.executionConfig.url",
      })
  void a_body_is_read_as_strictly_as_one_that_creates_a_task(String body, String fields) {
    assertThat(UpdatingTest.fields(post(body))).containsExactlyInAnyOrder(fields.split(","));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 1000})
  void a_name_has_at_most_200_characters(int length) {
    assertThat(UpdatingTest.fields(create("n".repeat(length), object()))).containsExactly("name");
    assertThat(create("\uD83D\uDE80".repeat(200), object()).statusCode()).isEqualTo(201);
  }

  @Test
  void a_name_is_taken_whatever_its_case() {
    create("Report", object());
    long other = idOf(create("Other", object()));

    for (HttpResponse<String> refused :
        List.of(create("REPORT", object()), patch(other, "{'name':'report'}"))) {
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(json(refused).path("detail").asText()).contains("has this name");
    }
    assertThat(Caller.somebody().post(TEMPLATES, "{\"name\":\"Report\",\"task\":{}}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void what_is_given_is_changed_and_the_task_is_replaced_whole() {
    long id = idOf(post("{'name':'A','description':'B','task':{'title':'C','tags':['d']}}"));

    JsonNode renamed = json(patch(id, "{'name':'E'}"));
    assertThat(renamed.path("task").path("title").asText()).isEqualTo("C");
    assertThat(renamed.path("description").asText()).isEqualTo("B");

    JsonNode changed = json(patch(id, "{'description':null,'task':{'priority':'low'}}"));
    assertThat(changed.path("name").asText()).isEqualTo("E");
    assertThat(changed.path("description").isNull()).isTrue();
    assertThat(changed.path("task").toString()).isEqualTo("{\"priority\":\"low\"}");
    assertThat(changed.path("version").asInt()).isEqualTo(3);
  }

  @Test
  void a_change_of_nothing_or_to_something_faulty_is_refused() {
    long id = idOf(create("A", object()));

    assertThat(UpdatingTest.fields(patch(id, "{}"))).containsExactly("");
    assertThat(UpdatingTest.fields(patch(id, "{'name':null,'task':null}")))
        .containsExactlyInAnyOrder("name", "task");
    assertThat(UpdatingTest.fields(patch(id, "{'task':{'executionConfig':{}}}")))
        .containsExactly("task.executionConfig");
  }

  @Test
  void a_change_meant_for_another_version_is_refused() {
    long id = idOf(create("A", object()));
    patch(id, "{'name':'B'}");

    for (String method : List.of("PATCH", "DELETE")) {
      String body = method.equals("PATCH") ? "{\"name\":\"C\"}" : "";
      assertThat(matching(method, id, "\"1\"", body).statusCode()).isEqualTo(412);
    }
    assertThat(matching("PATCH", id, "\"2\"", "{\"name\":\"C\"}").statusCode()).isEqualTo(200);
    assertThat(matching("DELETE", id, "\"3\"", "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_deleted_one_is_gone_and_its_name_free() {
    long id = idOf(create("A", object()));

    HttpResponse<String> deleted = caller.send("DELETE", TEMPLATES + "/" + id, "");

    assertThat(deleted.body()).isEqualTo("{\"success\":true,\"templateId\":%d}".formatted(id));
    assertThat(caller.get(TEMPLATES + "/" + id).statusCode()).isEqualTo(404);
    assertThat(caller.send("DELETE", TEMPLATES + "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(create("a", object()).statusCode()).isEqualTo(201);
  }

  @Test
  void they_are_listed_by_name_page_by_page() {
    for (String name : List.of("delta", "Alpha", "charlie", "Bravo")) {
      create(name, object());
    }

    JsonNode all = json(caller.get(TEMPLATES));
    JsonNode page = json(caller.get(TEMPLATES + "?limit=2&offset=1"));

    assertThat(names(all)).containsExactly("Alpha", "Bravo", "charlie", "delta");
    assertThat(all.path("limit").asInt()).isEqualTo(50);
    assertThat(names(page)).containsExactly("Bravo", "charlie");
    assertThat(page.path("total").asInt()).isEqualTo(4);
    assertThat(UpdatingTest.fields(caller.get(TEMPLATES + "?limit=101&offset=-1&more=1")))
        .containsExactlyInAnyOrder("limit", "offset", "more");
    assertThat(json(Caller.somebody().get(TEMPLATES)).path("total").asInt()).isZero();
  }

  @Test
  void a_page_that_outgrows_one_answer_of_the_database_comes_whole_and_in_order() {
    ObjectNode task = ATask.of("custom").with("title", "\uD83D\uDE80".repeat(500)).fields();
    task.put("description", "\uD83D\uDE80".repeat(5000));
    task.putObject("metadata").put("k", "\uD83D\uDE80".repeat(2000));
    var config = task.putObject("executionConfig").put("url", "https://executors.example.com/");
    config.putObject("secret").put("secretRef", "executors_key");
    config.putObject("data").put("k", "\\\"".repeat(4000));
    List<String> names = IntStream.range(10, 50).mapToObj(n -> "Template " + n).toList();
    for (String name : names) {
      assertThat(create(name, task).statusCode()).isEqualTo(201);
    }

    JsonNode page = json(caller.get(TEMPLATES + "?limit=100"));

    assertThat(names(page)).isEqualTo(names);
    assertThat(page.path("templates"))
        .allSatisfy(template -> assertThat(template.path("task")).isEqualTo(task));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"GET||", "PATCH||{\"name\":\"B\"}", "DELETE||", "POST|/tasks|{\"title\":\"B\"}"})
  void somebody_elses_is_answered_as_one_that_never_was_and_is_left_alone(
      String method, String action, String body) {
    Caller other = Caller.somebody();
    JsonNode theirs = json(other.post(TEMPLATES, "{\"name\":\"A\",\"task\":{}}"));
    String path = TEMPLATES + "/%d" + (action == null ? "" : action);
    String sent = body == null ? "" : body;

    HttpResponse<String> foreign =
        caller.send(method, path.formatted(theirs.path("id").asLong()), sent);
    HttpResponse<String> unknown = caller.send(method, path.formatted(NOBODYS), sent);

    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(unknown));
    assertThat(json(foreign).path("detail").asText()).contains("template");
    assertThat(json(other.get(TEMPLATES + "/" + theirs.path("id").asLong()))).isEqualTo(theirs);
  }

  private static String withoutRequestId(HttpResponse<String> response) {
    return response.body().replace(json(response).path("requestId").asText(), "");
  }

  private HttpResponse<String> post(String body) {
    return caller.post(TEMPLATES, body.replace('\'', '"'));
  }

  private HttpResponse<String> create(String name, ObjectNode task) {
    ObjectNode body = object().put("name", name);
    body.set("task", task);
    return caller.post(TEMPLATES, body.toString());
  }

  private HttpResponse<String> patch(long id, String body) {
    return caller.send("PATCH", TEMPLATES + "/" + id, body.replace('\'', '"'));
  }

  private HttpResponse<String> matching(String method, long id, String etag, String body) {
    return caller.send(method, TEMPLATES + "/" + id, body, Map.of("if-match", etag));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static long idOf(HttpResponse<String> created) {
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return json(created).path("id").asLong();
  }

  private static List<String> names(JsonNode list) {
    return list.path("templates").findValuesAsText("name");
  }
}
