package io.agencytasks.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What openapi.yaml says is what the template has, and its examples are what it says. */
@Tag("NFR-035")
class DescriptionTest {
  private static final Map<String, Operation> OPERATIONS =
      Contract.ours().operations().stream()
          .collect(Collectors.toMap(Operation::route, operation -> operation));

  @Test
  void the_operations_are_the_routes_of_the_template() {
    assertThat(OPERATIONS.keySet()).containsExactlyInAnyOrderElementsOf(routes().keySet());
  }

  @Test
  void an_operation_is_named_after_its_function() {
    functions()
        .forEach(
            (route, function) -> {
              String id = operation(route).id();
              assertThat(id).startsWith(function.name());
              if (function.triggers().size() == 1) {
                assertThat(id).isEqualTo(function.name());
              }
            });
    assertThat(OPERATIONS.values()).extracting(Operation::id).doesNotHaveDuplicates();
  }

  @Test
  @Tag("NFR-018")
  void an_operation_asks_for_a_token_where_its_route_does() {
    routes()
        .forEach(
            (key, route) ->
                assertThat(operation(key).place().find("security").isPresent())
                    .as(key)
                    .isEqualTo(route.open()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void an_example_is_what_its_schema_says(Place content) {
    Place schema = content.at("schema");

    for (Place example : content.at("examples").children().values()) {
      assertThat(Contract.ours().faults(schema, example.at("value").node()))
          .as(example.toString())
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parameters")
  void the_example_and_the_default_of_a_parameter_are_what_its_schema_says(Place parameter) {
    Place schema = parameter.at("schema");

    Stream.concat(parameter.find("example").stream(), schema.find("default").stream())
        .forEach(
            value ->
                assertThat(Contract.ours().faults(schema, value.node()))
                    .as(value.toString())
                    .isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void every_body_in_json_has_an_example(Operation operation) {
    assertThat(contents(operation))
        .filteredOn(content -> content.pointer().toString().endsWith("json"))
        .allMatch(content -> content.find("examples").isPresent());
  }

  private static Operation operation(String route) {
    return Objects.requireNonNull(OPERATIONS.get(route), route);
  }

  private static Map<String, Stack.Function> functions() {
    var functions = new HashMap<String, Stack.Function>();
    for (var function : SharedCloud.cloud().stack().functions()) {
      for (var trigger : function.triggers()) {
        if (trigger instanceof Route route) {
          functions.put(key(route), function);
        }
      }
    }
    return functions;
  }

  private static Map<String, Route> routes() {
    return SharedCloud.cloud().stack().functions().stream()
        .flatMap(function -> function.triggers().stream())
        .filter(Route.class::isInstance)
        .map(Route.class::cast)
        .collect(Collectors.toMap(DescriptionTest::key, route -> route));
  }

  private static String key(Route route) {
    return route.method() + " " + route.path();
  }

  private static List<Named<Operation>> operations() {
    return Contract.ours().operations().stream()
        .map(operation -> Named.of(operation.id(), operation))
        .toList();
  }

  private static List<Place> contents() {
    return Contract.ours().operations().stream()
        .flatMap(DescriptionTest::contents)
        .filter(content -> content.find("examples").isPresent())
        .distinct()
        .toList();
  }

  private static Stream<Place> contents(Operation operation) {
    Place place = operation.place();
    return Stream.concat(
            place.find("requestBody").stream(), place.at("responses").children().values().stream())
        .flatMap(message -> message.find("content").stream())
        .flatMap(content -> content.children().values().stream());
  }

  private static List<Place> parameters() {
    return Contract.ours().operations().stream().flatMap(Operation::parameters).distinct().toList();
  }
}
