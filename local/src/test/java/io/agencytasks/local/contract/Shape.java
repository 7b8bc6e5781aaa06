package io.agencytasks.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a schema asks of a value, put together from all that it refers to and consists of. */
public final class Shape {
  private static final Set<String> PARTS =
      Set.of("$ref", "allOf", "oneOf", "properties", "items", "description");

  private final ObjectNode rules = JsonNodeFactory.instance.objectNode();
  private final Map<String, Place> properties = new LinkedHashMap<>();
  private final List<Place> items = new ArrayList<>();

  private Shape() {}

  static Shape of(Place schema) {
    var shape = new Shape();
    shape.add(schema);
    return shape;
  }

  /** What a keyword says; missing where it is not used. */
  public JsonNode rule(String keyword) {
    return rules.path(keyword);
  }

  /** Whether any JSON will do. */
  public boolean isAnything() {
    return rule("type").isMissingNode() && named().isEmpty();
  }

  /** Whether a value may be of a type; what is named one by one is text. */
  public boolean takes(String type) {
    JsonNode types = rule("type");
    if (types.isMissingNode()) {
      return isAnything() || type.equals("string");
    }
    return types.isTextual()
        ? types.asText().equals(type)
        : types.valueStream().anyMatch(it -> it.asText().equals(type));
  }

  /** Whether not every text will do that is neither blank nor too long. */
  public boolean isOfOwnForm() {
    return !Set.of("", "\\S").contains(rule("pattern").asText());
  }

  /** The values that are named one by one. */
  public List<JsonNode> named() {
    JsonNode only = rule("const");
    return only.isMissingNode() ? rule("enum").valueStream().toList() : List.of(only);
  }

  /** The fields of an object that are described; none where it is anybody's own. */
  public Map<String, Shape> fields() {
    var fields = new LinkedHashMap<String, Shape>();
    properties.forEach((name, schema) -> fields.put(name, Shape.of(schema)));
    return fields;
  }

  /** What each element of an array must be. */
  public Shape element() {
    return Shape.of(items.getFirst());
  }

  private void add(Place schema) {
    schema.reference().ifPresent(this::add);
    schema.find("allOf").ifPresent(parts -> parts.elements().forEach(this::add));
    schema.find("properties").ifPresent(fields -> properties.putAll(fields.children()));
    schema.find("items").ifPresent(items::add);
    schema
        .node()
        .propertyStream()
        .filter(rule -> !PARTS.contains(rule.getKey()))
        .forEach(rule -> rules.set(rule.getKey(), rule.getValue()));
  }
}
