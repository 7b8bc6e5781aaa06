package io.agencytasks.local.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
}
