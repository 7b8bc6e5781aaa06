package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever sends an example of openapi.yaml gets what it promises. That the answer is as described,
 * the caller itself makes sure of.
 */
@Tag("NFR-035")
class DescribedExamplesTest {
  private final Caller caller = Caller.somebody();

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bodies")
  void an_example_of_a_body_succeeds(Operation operation, String name, JsonNode body)
      throws Exception {
    HttpResponse<String> answer =
        caller.send(operation.method(), path(operation), withTasksOfOurs(body).toString());

    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  @ParameterizedTest(name = "{0}?{1}={2}")
  @MethodSource("parameters")
  void an_example_of_a_parameter_succeeds(Operation operation, String name, String value)
      throws Exception {
    String query = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        caller.send(operation.method(), path(operation) + "?" + query, "");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static Stream<Arguments> bodies() {
    return Contract.ours().operations().stream()
        .flatMap(
            operation ->
                operation
                    .requestExamples()
                    .map(example -> Arguments.of(operation, example.name(), example.value())));
  }

  private static Stream<Arguments> parameters() {
    return Contract.ours().operations().stream()
        .flatMap(
            operation ->
                operation
                    .queryExamples()
                    .map(
                        example -> Arguments.of(operation, example.name(), text(example.value()))));
  }

  private static String text(JsonNode value) {
    return value instanceof ArrayNode several
        ? several.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
        : value.asText();
  }

  /** What the operation can be done to. */
  private String path(Operation operation) throws Exception {
    String path = operation.path();
    if (!path.contains("{id}")) {
      return path;
    }
    long id = path.startsWith("/v1/templates") ? template() : task(operation.id());
    return path.replace("{id}", Long.toString(id));
  }

  private long task(String operation) throws Exception {
    return switch (operation) {
      case "ApproveTask", "RejectTask" ->
          caller.create(waiting().with("requiresHumanReview", true));
      case "GiveInput" -> asking();
      default -> caller.create(waiting());
    };
  }

  private long template() {
    String body = "{\"name\":\"A template\",\"task\":%s}".formatted(waiting().json());
    return Caller.json(caller.post("/v1/templates", body)).path("id").asLong();
  }

  /** A task that asks something, as if its executor had. */
  private long asking() throws Exception {
    long id = caller.create(waiting());
    var rows = new Rows(SharedCloud.cloud().superuser());
    for (String status : List.of("in_progress", "waiting_input")) {
      rows.of("update agency_tasks set status = ? where id = ?", status, id);
    }
    return id;
  }

  private static ATask waiting() {
    return ATask.of("browser_automation").with("executionType", "manual_trigger");
  }

  /** The ids of tasks in an example are anybody's; ours are other ones. */
  private JsonNode withTasksOfOurs(JsonNode body) {
    JsonNode ours = body.deepCopy();
    if (ours instanceof ObjectNode fields) {
      for (String name : List.of("dependsOn", "ids")) {
        if (fields.get(name) instanceof ArrayNode ids) {
          List<Long> created = ids.valueStream().map(id -> caller.create(waiting())).toList();
          ids.removeAll();
          created.forEach(ids::add);
        }
      }
    }
    return ours;
  }
}
