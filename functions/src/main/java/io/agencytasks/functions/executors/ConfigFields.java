package io.agencytasks.functions.executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an executionConfig field by field and collects every fault, so that a user sees them all at
 * once. A field that is null counts as absent; one that nobody asked for is a fault.
 */
public final class ConfigFields {
  /** Keeps numbers as they were written: 1.10 stays 1.10, and large integers stay exact. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String ROOT = "executionConfig";

  private final JsonNode root;
  private final String path;
  private final Set<String> known = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<ConfigFields> within = new ArrayList<>();

  private ConfigFields(JsonNode root, String path) {
    this.root = root;
    this.path = path;
  }

  /** Opens a configuration; a JSON value that is no object counts as an empty one. */
  public static ConfigFields of(Json config) {
    try {
      return new ConfigFields(MAPPER.readTree(config.text()), ROOT);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("executionConfig is not JSON", malformed);
    } catch (NumberFormatException tooGreat) {
      var fields = new ConfigFields(MissingNode.getInstance(), ROOT);
      fields.faults.add(new Fault(ROOT, "must hold no number with such an exponent"));
      return fields;
    }
  }

  /** Any value but null. */
  public Optional<JsonNode> value(String name) {
    known.add(name);
    return Optional.of(root.path(name)).filter(node -> !node.isMissingNode() && !node.isNull());
  }

  /** A string. */
  public Optional<String> text(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isTextual()) {
      fault(name, "must be a string");
    }
    return value.filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** True or false. */
  public Optional<Boolean> flag(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      fault(name, "must be true or false");
    }
    return value.filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /** An object with fields of its own, whose faults count among these. */
  public Optional<ConfigFields> object(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isObject()) {
      fault(name, "must be an object");
    }
    Optional<ConfigFields> object =
        value.filter(JsonNode::isObject).map(node -> new ConfigFields(node, path + "." + name));
    object.ifPresent(within::add);
    return object;
  }

  /** A list of objects with fields of their own, whose faults count among these. */
  public List<ConfigFields> objects(String name, int atMost) {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && (!value.get().isArray() || value.get().isEmpty())) {
      fault(name, "must be a list of objects, one at least");
    } else if (value.isPresent() && value.get().size() > atMost) {
      fault(name, "must have at most %d entries".formatted(atMost));
    }
    var objects = new ArrayList<ConfigFields>();
    for (JsonNode node :
        value.filter(it -> it.size() <= atMost).orElse(MissingNode.getInstance())) {
      var at = "%s[%d]".formatted(name, objects.size());
      if (!node.isObject()) {
        fault(at, "must be an object");
      }
      objects.add(new ConfigFields(node, path + "." + at));
    }
    within.addAll(objects);
    return objects;
  }

  /** Notes that something is missing. */
  public void require(String name) {
    if (value(name).isEmpty()) {
      fault(name, "is required");
    }
  }

  /** A whole number within bounds, both included. */
  public Optional<Integer> integer(String name, int min, int max) {
    Optional<JsonNode> value = value(name);
    Optional<Integer> number = value.flatMap(node -> within(min, max, node));
    if (value.isPresent() && number.isEmpty()) {
      fault(name, "must be an integer from %d to %d".formatted(min, max));
    }
    return number;
  }

  /** One of an enum's constants, as they spell themselves. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> kind) {
    Optional<JsonNode> value = value(name);
    E[] all = kind.getEnumConstants();
    Optional<E> choice =
        value.flatMap(
            node ->
                Arrays.stream(all).filter(e -> e.toString().equals(node.textValue())).findAny());
    if (value.isPresent() && choice.isEmpty()) {
      var names = Arrays.stream(all).map(Object::toString).collect(Collectors.joining(", "));
      fault(name, "must be one of " + names);
    }
    return choice;
  }

  /** The node as a whole number, if it is one within bounds. */
  public static Optional<Integer> within(int min, int max, JsonNode node) {
    return node.isInt() && node.intValue() >= min && node.intValue() <= max
        ? Optional.of(node.intValue())
        : Optional.empty();
  }

  /** Notes a fault by its path below this object: {@code headers.Accept}. */
  public void fault(String place, String message) {
    faults.add(new Fault(path + "." + place, message));
  }

  /** All faults so far, unknown fields last; ask when every field was read. */
  public List<Fault> faults() {
    var all = new ArrayList<>(faults);
    within.forEach(object -> all.addAll(object.faults()));
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                all.add(new Fault(path + "." + name, "is not known for this task type"));
              }
            });
    return List.copyOf(all);
  }
}
