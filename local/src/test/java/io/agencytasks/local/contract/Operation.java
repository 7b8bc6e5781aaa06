package io.agencytasks.local.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation of openapi.yaml.
 *
 * @param path with its parameters: {@code /v1/tasks/{id}}
 */
public record Operation(String method, String path, Pattern pattern, Place place) {

  static List<Operation> of(Place paths) {
    return paths.children().entrySet().stream()
        // One with a literal where another has a parameter goes first.
        .sorted(Comparator.comparing(path -> path.getKey().contains("{")))
        .flatMap(path -> of(path.getKey(), path.getValue()))
        .toList();
  }

  private static Stream<Operation> of(String path, Place methods) {
    var pattern =
        Pattern.compile(path.replace(".", "\\.").replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)"));
    return methods.children().entrySet().stream()
        .map(
            it ->
                new Operation(it.getKey().toUpperCase(Locale.ROOT), path, pattern, it.getValue()));
  }

  public String id() {
    return place.at("operationId").node().asText();
  }

  /** As API Gateway names the route. */
  public String route() {
    return method + " " + path;
  }

  public List<String> parameterNames() {
    return parameters().map(parameter -> parameter.at("name").node().asText()).toList();
  }

  /** Where ids stand in its body; those of an array are the array's. */
  public List<JsonPointer> idsInBody() {
    return IdPlaces.inBody(this);
  }

  /** The examples of what to send. */
  public Stream<Example> requestExamples() {
    return json().flatMap(body -> body.find("examples")).map(Place::children).stream()
        .flatMap(examples -> examples.entrySet().stream())
        .map(it -> new Example(it.getKey(), it.getValue().at("value").node()));
  }

  /** A value for each query parameter: its example, its default, or one of those it may have. */
  public Stream<Example> queryExamples() {
    return parameters()
        .filter(parameter -> parameter.at("in").node().asText().equals("query"))
        .map(parameter -> new Example(parameter.at("name").node().asText(), value(parameter)))
        .filter(example -> !example.value().isMissingNode());
  }

  private static JsonNode value(Place parameter) {
    Place schema = parameter.at("schema");
    return Stream.of(parameter.node().path("example"), schema.node().path("default"))
        .filter(node -> !node.isMissingNode())
        .findFirst()
        .orElseGet(() -> schema.node().path("enum").path(0));
  }

  /** A named value. */
  public record Example(String name, JsonNode value) {}

  /** Its parameters in the path, the query or a header, by name. */
  public Map<String, Shape> inputs(String in) {
    return parameters()
        .filter(parameter -> parameter.at("in").node().asText().equals(in))
        .collect(
            Collectors.toMap(
                parameter -> parameter.at("name").node().asText(),
                parameter -> Shape.of(parameter.at("schema"))));
  }

  /** The kinds of body that it takes. */
  public List<Body> bodies() {
    return Body.of(this);
  }

  /** What is said of its body, where it takes JSON. */
  Optional<Place> json() {
    return place.find("requestBody").flatMap(body -> body.at("content").find("application/json"));
  }

  public boolean needsBody() {
    return place.find("requestBody").stream()
        .anyMatch(body -> body.node().path("required").asBoolean());
  }

  Stream<Place> parameters() {
    return place.find("parameters").stream().flatMap(Place::elements);
  }

  boolean takes(String requestedMethod, String requestedPath) {
    return method.equals(requestedMethod) && pattern.matcher(requestedPath).matches();
  }

  /** What a path has for a parameter. */
  String value(String requestedPath, String parameter) {
    Matcher matcher = pattern.matcher(requestedPath);
    return matcher.matches() ? matcher.group(parameter) : "";
  }

  @Override
  public String toString() {
    return id();
  }
}
