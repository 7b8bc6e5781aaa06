package io.agencytasks.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that a schema allows, and among them some that it does not. */
final class Guesses {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What fields of one form or another are made of. */
  private static final List<String> LIKELY =
      List.of(
          "https://example.com/a?b=c",
          "http://localhost:8080",
          "alice@example.com",
          "+15550100123",
          "Europe/Zurich",
          "2026-11-01T00:00:00Z",
          "2026-11-30T23:59:59.5+01:00",
          "yyyy-MM-dd",
          "/data/0/id",
          "table#prices tr > td:nth-child(2)",
          "crm-token",
          "name",
          "application/json",
          "GET");

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud800",
          "\u202e",
          "'; drop table agency_tasks; --",
          "${jndi:ldap://x}",
          "{{7*7}}",
          "../../etc/passwd",
          "a:has(b:has(c:has(d",
          "((((((((((((((((((((a+)+)+)+)+)+",
          "http://[::1",
          "+99999999-01-01T00:00:00Z",
          "9".repeat(400),
          "🦉".repeat(3_000));

  private static final List<JsonNode> ODD =
      List.of(
          JSON.nullNode(),
          JSON.booleanNode(true),
          JSON.numberNode(-1),
          JSON.numberNode(Long.MAX_VALUE),
          JSON.numberNode(new BigDecimal("1e400")),
          JSON.numberNode(0.1),
          JSON.arrayNode(),
          JSON.objectNode(),
          JSON.arrayNode().add(JSON.arrayNode().add("x")),
          JSON.objectNode().put("secretRef", "crm-token"),
          JSON.objectNode().put("", "x"));

  private final Random random;

  Guesses(Random random) {
    this.random = random;
  }

  /** A value with something changed somewhere, or as it is. */
  JsonNode like(JsonNode example) {
    if (in(4)) {
      return example.deepCopy();
    }
    JsonNode changed = example.deepCopy();
    JsonNode place = changed;
    while (place.isContainerNode() && !place.isEmpty()) {
      JsonNode next =
          place instanceof ObjectNode object ? changed(object) : changed((ArrayNode) place);
      if (next.isMissingNode()) {
        return changed;
      }
      place = next;
    }
    return changed;
  }

  /** The field in which to go on; missing where one was changed here. */
  private JsonNode changed(ObjectNode object) {
    String name = pick(object.properties().stream().map(Map.Entry::getKey).toList());
    if (object.path(name).isContainerNode() && !in(3)) {
      return object.path(name);
    }
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, pick(ODD).deepCopy());
      case 2 -> object.put(name, pick(NASTY));
      default -> object.put(name, pick(LIKELY));
    }
    return JSON.missingNode();
  }

  private JsonNode changed(ArrayNode array) {
    int i = random.nextInt(array.size());
    if (array.path(i).isContainerNode() && !in(3)) {
      return array.path(i);
    }
    array.set(i, in(2) ? pick(ODD).deepCopy() : JSON.textNode(pick(NASTY)));
    return JSON.missingNode();
  }

  JsonNode of(Place schema) {
    if (in(40)) {
      return pick(ODD).deepCopy();
    }
    JsonNode rules = schema.node();
    Optional<Place> choice =
        schema.find("oneOf").or(() -> schema.find("anyOf")).map(it -> pick(it.elements().toList()));
    Optional<Place> reference = schema.reference();
    if (reference.isPresent()) {
      return of(reference.get());
    }
    if (choice.isPresent() && !rules.has("properties")) {
      return of(choice.get());
    }
    if (rules.has("const")) {
      return rules.path("const");
    }
    if (rules.has("enum")) {
      return rules.path("enum").get(random.nextInt(rules.path("enum").size()));
    }
    return switch (type(rules.path("type"))) {
      case "object" -> object(schema, choice);
      case "array" -> array(schema);
      case "integer", "number" -> number(rules);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      case "string" -> JSON.textNode(text(rules));
      default -> pick(ODD).deepCopy();
    };
  }

  private String type(JsonNode types) {
    if (!types.isArray()) {
      return types.asText();
    }
    List<String> likely =
        types
            .valueStream()
            .map(JsonNode::asText)
            .filter(it -> !it.equals("null") || in(4))
            .toList();
    return likely.isEmpty() ? "null" : pick(likely);
  }

  private ObjectNode object(Place schema, Optional<Place> choice) {
    ObjectNode object = JSON.objectNode();
    choice.map(this::of).filter(JsonNode::isObject).ifPresent(it -> object.setAll((ObjectNode) it));
    Set<String> required =
        schema
            .node()
            .path("required")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    Map<String, Place> fields = schema.find("properties").map(Place::children).orElse(Map.of());
    fields.forEach(
        (name, field) -> {
          if (required.contains(name) ? !in(30) : in(3)) {
            object.set(name, of(field));
          }
        });
    schema
        .find("additionalProperties")
        .filter(it -> it.node().isObject())
        .ifPresent(
            it -> {
              for (int more = random.nextInt(3); more > 0; more--) {
                object.set(in(10) ? pick(NASTY) : "name" + more, of(it));
              }
            });
    if (in(50)) {
      object.set(pick(NASTY), pick(ODD).deepCopy());
    }
    return object;
  }

  private ArrayNode array(Place schema) {
    ArrayNode array = JSON.arrayNode();
    int least = schema.node().path("minItems").asInt();
    int size = in(100) ? 1_000 : least + random.nextInt(3);
    Optional<Place> items = schema.find("items");
    for (int i = 0; i < size; i++) {
      array.add(items.map(this::of).orElseGet(() -> pick(ODD).deepCopy()));
    }
    return array;
  }

  private JsonNode number(JsonNode rules) {
    long least = rules.path("minimum").asLong(0);
    long most = rules.path("maximum").asLong(least + 100);
    return switch (random.nextInt(10)) {
      case 0 -> JSON.numberNode(least);
      case 1 -> JSON.numberNode(most);
      case 2 -> JSON.numberNode(random.nextBoolean() ? least - 1 : most + 1);
      default -> JSON.numberNode(least + Math.floorMod(random.nextLong(), most - least + 1));
    };
  }

  private String text(JsonNode rules) {
    if (in(25)) {
      return pick(NASTY);
    }
    if (rules.has("example") && !in(5)) {
      return rules.path("example").asText();
    }
    int most = Math.min(rules.path("maxLength").asInt(20), 20_000);
    return in(3)
        ? "x".repeat(in(10) ? most + 1 : Math.max(1, random.nextInt(most + 1)))
        : pick(LIKELY);
  }

  private boolean in(int one) {
    return random.nextInt(one) == 0;
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
