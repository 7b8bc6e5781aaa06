package io.agencytasks.functions.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Text;
import io.agencytasks.functions.json.Mappers;
import java.nio.charset.StandardCharsets;

/** A JSON value as Postgres will keep it: what it cannot keep is refused here, by name. */
final class StoredJson {
  /** Postgres writes numbers out: 1e9999 would take ten thousand digits. */
  private static final int MOST_DIGITS = 100;

  private static final ObjectWriter WRITER =
      Mappers.forApi().writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  private StoredJson() {}

  static Json of(JsonNode node, int mostBytes) {
    check(node);
    var text = write(node);
    Decoders.require(
        text.getBytes(StandardCharsets.UTF_8).length <= mostBytes,
        "must take at most %d bytes".formatted(mostBytes));
    return new Json(text);
  }

  private static void check(JsonNode node) {
    if (node.isTextual()) {
      checkText(node.textValue());
    } else if (node.isNumber()) {
      var number = node.decimalValue();
      Decoders.require(
          (long) number.precision() + Math.abs((long) number.scale()) <= MOST_DIGITS,
          "must not hold numbers of more than %d digits".formatted(MOST_DIGITS));
    } else {
      node.fieldNames().forEachRemaining(StoredJson::checkText);
      node.forEach(StoredJson::check);
    }
  }

  private static void checkText(String text) {
    Decoders.require(Text.isPlain(text), "must not hold control characters or lone surrogates");
  }

  private static String write(JsonNode node) {
    try {
      return WRITER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a parsed node cannot be written", impossible);
    }
  }
}
