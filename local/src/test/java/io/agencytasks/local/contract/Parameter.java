package io.agencytasks.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;

/** Text from a path, a query or a header, as the value that its schema speaks of. */
final class Parameter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Parameter() {}

  static JsonNode typed(Place schema, String text) {
    return switch (schema.node().path("type").asText()) {
      case "array" ->
          NODES
              .arrayNode()
              .addAll(
                  Stream.of(text.split(",", -1))
                      .map(element -> typed(schema.at("items"), element))
                      .toList());
      case "integer" ->
          text.matches("-?[0-9]{1,18}")
              ? NODES.numberNode(Long.parseLong(text))
              : NODES.textNode(text);
      case "boolean" ->
          text.matches("true|false")
              ? NODES.booleanNode(Boolean.parseBoolean(text))
              : NODES.textNode(text);
      default -> NODES.textNode(text);
    };
  }
}
