package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
  private final Subjects subjects = new Subjects(caller, new Rows(SharedCloud.cloud().superuser()));

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bodies")
  void an_example_of_a_body_succeeds(Operation operation, String name, JsonNode body)
      throws Exception {
    HttpResponse<String> answer =
        caller.send(
            operation.method(),
            subjects.path(operation),
            subjects.withTasksOfOurs(operation, body).toString());

    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  @ParameterizedTest(name = "{0}?{1}={2}")
  @MethodSource("parameters")
  void an_example_of_a_parameter_succeeds(Operation operation, String name, String value)
      throws Exception {
    String query = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);

    HttpResponse<String> answer =
        caller.send(operation.method(), subjects.path(operation) + "?" + query, "");

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
}
