package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import io.agencytasks.local.lambda.Invocation;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a refusal that says where, never a fault of ours. */
@Tag("NFR-021")
@Tag("NFR-022")
@Tag("FR-002.1")
@Tag("FR-002.2")
@Tag("FR-002.3")
@Tag("FR-002.4")
@Tag("FR-002.5")
@Tag("FR-002.6")
@Tag("FR-002.7")
@Tag("FR-002.8")
@Tag("FR-002.9")
@Tag("FR-004.1")
@Tag("FR-005.1")
@Tag("FR-006.1")
@Tag("FR-007.1")
@Tag("FR-008.1")
@Tag("FR-011.1")
@Tag("FR-012.1")
class HostileRequestsTest {
  private static final TwoTenants TWO = new TwoTenants();
  private static final Caller CALLER = TWO.alice;

  /** A request, and the field that its refusal names; empty for any. */
  record Hostile(String method, String path, String body, String field) {
    @Override
    public String toString() {
      String shown = body.length() <= 60 ? body : body.substring(0, 60) + "…";
      return "%s %s %s".formatted(method, path, shown.replaceAll("[^ -~…]", "?"));
    }
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource({"fields", "bodies", "ids", "queries"})
  void is_refused_by_name_and_changes_nothing(Hostile hostile) throws Exception {
    List<String> before = TWO.everythingOfAlice();

    HttpResponse<String> answer = CALLER.send(hostile.method(), hostile.path(), hostile.body());

    assertThat(answer.statusCode()).as("%s%n%s", hostile, answer.body()).isEqualTo(400);
    JsonNode problem = Caller.json(answer);
    assertThat(problem.path("errors")).as(hostile.toString()).isNotEmpty();
    assertThat(problem.path("errors").findValuesAsText("field"))
        .as("%s%n%s", hostile, answer.body())
        .anyMatch(field -> field.startsWith(hostile.field()));
    assertThat(TWO.everythingOfAlice()).as(hostile.toString()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operationsWithABody")
  void more_than_256_kib_are_too_much(Operation operation) {
    String body = "{\"title\":\"" + "x".repeat(257 * 1024) + "\"}";

    assertThat(CALLER.send(operation.method(), path(operation), body).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"*not base64*", "wyg=", "/////w==", "eyJ0aXRsZSI6Iv8ifQ=="})
  void a_body_in_base64_is_unpacked_and_then_as_strictly_read(String base64) throws Exception {
    ObjectNode event =
        (ObjectNode)
            new ObjectMapper().readTree(Files.readString(Path.of("../events/CreateTask.json")));
    event.put("body", base64).put("isBase64Encoded", true);

    var invocation = SharedCloud.cloud().lambda().invoke("CreateTask", event.toString());

    assertThat(((Invocation.Answered) invocation).json()).contains("\"statusCode\":400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"1", "1", "\"1\" \"2\"", "W/1"})
  void an_if_match_that_is_no_etag_is_a_bad_request(String etag) {
    assertThat(
            CALLER
                .send(
                    "PATCH",
                    "/v1/tasks/" + TWO.alicesTask,
                    "{\"priority\":\"low\"}",
                    Map.of("if-match", etag))
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "a,b c"})
  void an_idempotency_key_that_cannot_be_seen_is_a_bad_request(String key) {
    assertThat(
            CALLER
                .send("POST", "/v1/tasks", ATask.idle().json(), Map.of("idempotency-key", key))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void every_fault_is_told_at_once() {
    HttpResponse<String> answer =
        CALLER.post(
            "/v1/tasks",
            """
            {"title": "", "description": 7, "category": " ", "taskType": "fly", "priority": "HIGH",
             "urgency": null, "assignedToBot": "yes", "scheduledFor": "soon", "dependsOn": [0],
             "tags": ["a", "a"], "maxRetries": 11, "surprise": 1}
            """);

    assertThat(UpdatingTest.fields(answer))
        .containsExactlyInAnyOrder(
            "title",
            "description",
            "category",
            "taskType",
            "priority",
            "urgency",
            "assignedToBot",
            "scheduledFor",
            "dependsOn",
            "tags",
            "maxRetries",
            "surprise");
  }

  @Test
  void there_are_more_than_three_hundred_of_them() {
    assertThat(Stream.of(fields(), bodies(), ids(), queries()).flatMap(it -> it).count())
        .isGreaterThan(300);
  }

  /** Each bad value in each body that has the field. */
  static Stream<Hostile> fields() {
    return HostileValues.byField().entrySet().stream()
        .flatMap(
            field -> field.getValue().stream().flatMap(value -> withField(field.getKey(), value)));
  }

  private static Stream<Hostile> withField(String field, String value) {
    String alone = "{\"%s\":%s}".formatted(field, value);
    String rest = field.equals("title") ? "" : "\"title\":\"A\",";
    String type = field.equals("taskType") ? "" : "\"taskType\":\"browser_automation\",";
    String whole = "{%s%s\"%s\":%s}".formatted(rest, type, field, value);
    String task = "/v1/tasks/" + TWO.alicesTask;
    String template = "/v1/templates/" + TWO.alicesTemplate;
    Stream<Hostile> patches =
        Stream.of(
            new Hostile("PATCH", task, alone, field),
            new Hostile("POST", task + "/clone", alone, field),
            new Hostile("POST", template + "/tasks", alone, field),
            new Hostile(
                "POST", "/v1/templates", "{\"name\":\"N\",\"task\":%s}".formatted(whole), "task"));
    // A body that creates may leave a field empty where a patch, which only clears some, may not.
    return Stream.concat(Stream.of(new Hostile("POST", "/v1/tasks", whole, field)), patches);
  }

  static Stream<Hostile> bodies() {
    return operationsWithABody()
        .flatMap(
            operation ->
                HostileValues.bodies().stream()
                    .map(body -> new Hostile(operation.method(), path(operation), body, "")));
  }

  static Stream<Hostile> ids() {
    return Contract.ours().operations().stream()
        .filter(operation -> operation.path().contains("{id}"))
        .flatMap(
            operation ->
                HostileValues.pathIds().stream()
                    .map(
                        id ->
                            new Hostile(
                                operation.method(),
                                operation.path().replace("{id}", id),
                                body(operation),
                                "id")));
  }

  static Stream<Hostile> queries() {
    Stream<String> tasks =
        Stream.of(
            "limit=0",
            "limit=101",
            "limit=1.5",
            "limit=",
            "limit=x",
            "limit=%D9%A1",
            "limit=1&limit=2",
            "offset=-1",
            "offset=99999999999",
            "cursor=x",
            "cursor=",
            "cursor=eyJ9",
            "status=",
            "status=done",
            "status=pending,",
            "priority=urgent",
            "priority=low&priority=high",
            "taskType=fly",
            "assignedToBot=yes",
            "assignedToBot=1",
            "requiresHumanReview=",
            "scheduledBefore=tomorrow",
            "scheduledAfter=2026-12-01",
            "sourceType=mail",
            "search=",
            "search=%20",
            "search=%00",
            "search=" + "x".repeat(201),
            "sortBy=title",
            "sortOrder=up",
            "tag=",
            "tag=" + "x".repeat(51),
            "category=" + "x".repeat(101),
            "surprise=1",
            "limit=%C0%80");
    Stream<String> queue =
        Stream.of(
            "filter=none", "filter=", "limit=0", "limit=101", "offset=1", "filter=all&filter=all");
    Stream<String> stats =
        Stream.of(
            "timeZone=Mars/Phobos",
            "timeZone=",
            "timeZone=%2B02:00",
            "timeZone=UTC&timeZone=UTC",
            "timezone=UTC");
    Stream<String> pages =
        Stream.of("limit=0", "limit=101", "offset=-1", "limit=x", "cursor=x", "offset=");
    String task = "/v1/tasks/" + TWO.alicesTask;
    List<String> paged = List.of(task + "/executions", task + "/events", "/v1/templates");
    return Stream.of(
            tasks.map(query -> "/v1/tasks?" + query),
            queue.map(query -> "/v1/tasks/queue?" + query),
            stats.map(query -> "/v1/tasks/stats?" + query),
            pages.flatMap(query -> paged.stream().map(path -> path + "?" + query)))
        .flatMap(paths -> paths)
        .map(path -> new Hostile("GET", path, "", ""));
  }

  private static Stream<Operation> operationsWithABody() {
    return Contract.ours().operations().stream()
        .filter(operation -> operation.requestExamples().findAny().isPresent());
  }

  private static String path(Operation operation) {
    return operation.path().replace("{id}", Long.toString(TWO.alices(operation.path())));
  }

  private static String body(Operation operation) {
    return operation.requestExamples().findFirst().map(it -> it.value().toString()).orElse("");
  }
}
