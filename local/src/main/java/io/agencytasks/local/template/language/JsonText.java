package io.agencytasks.local.template.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Mapping;
import io.agencytasks.local.template.language.Node.Scalar;
import io.agencytasks.local.template.language.Node.Sequence;

/** What CloudFormation hands on of a property whose type is Json. */
final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonText() {}

  /** A resolved node as JSON: its numbers and booleans are what YAML takes them for. */
  static String of(Node node) {
    return json(node).toString();
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar.literal() ? literal(scalar) : text(scalar);
      case Sequence list -> {
        var array = JSON.createArrayNode();
        list.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Mapping mapping -> {
        var object = JSON.createObjectNode();
        mapping.entries().forEach((name, entry) -> object.set(name, json(entry.value())));
        yield object;
      }
      case Call call -> throw call.place().refuse(call.function() + " is not resolved.");
    };
  }

  private static JsonNode text(Scalar scalar) {
    return JsonNodeFactory.instance.textNode(scalar.text());
  }

  private static JsonNode literal(Scalar scalar) {
    try {
      return JSON.readTree(scalar.text());
    } catch (JsonProcessingException e) {
      throw scalar.place().refuse(scalar.text() + " is no value of JSON.");
    }
  }
}
