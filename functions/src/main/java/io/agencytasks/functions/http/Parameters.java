package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;

/** How the parameters of a query are read that are no numbers. */
final class Parameters {
  static final Decoder<Boolean> FLAG =
      node -> {
        var value = node.asText();
        require(value.equals("true") || value.equals("false"), "must be true or false");
        return value.equals("true");
      };

  private Parameters() {}

  /** Text, though it may look like a number. */
  static <T> Decoder<T> anyText(Function<String, T> type) {
    return node -> Decoders.text(type).decode(asText(node));
  }

  private static JsonNode asText(JsonNode node) {
    return node.isNumber() ? TextNode.valueOf(node.asText()) : node;
  }
}
