package io.agencytasks.functions.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as Postgres keeps it in a jsonb: what it can hold unchanged, and how it renders it. */
public final class Jsonb {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_DIGITS = 100;

  /** NUL, and surrogates without their other half (a pair counts as one character here). */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\ud800-\\udfff]");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPrettyPrinter(new Spaced())
          .build();

  private Jsonb() {}

  /** Reads text that a jsonb holds unchanged; empty for anything else, JSON or not. */
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(Jsonb::isStorable);
    } catch (JsonProcessingException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** A copy of an object to write into; an empty one where there is none. */
  public static ObjectNode object(@Nullable Json json) {
    return Optional.ofNullable(json)
        .flatMap(it -> parse(it.text()))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseGet(MAPPER::createObjectNode);
  }

  /** Renders character for character as Postgres will, but for the order of keys. */
  public static Json render(JsonNode node) {
    try {
      return new Json(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Puts the replacement character where Postgres would refuse one. */
  public static String storable(String text) {
    return UNSTORABLE.matcher(text).replaceAll("\ufffd");
  }

  private static boolean isStorable(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> isStorable(node.textValue());
      case NUMBER -> isShort(node.decimalValue());
      case ARRAY -> node.valueStream().allMatch(Jsonb::isStorable);
      case OBJECT ->
          node.propertyStream().allMatch(e -> isStorable(e.getKey()) && isStorable(e.getValue()));
      case BOOLEAN, NULL -> true;
      case MISSING, BINARY, POJO -> false;
    };
  }

  private static boolean isStorable(String text) {
    return !UNSTORABLE.matcher(text).find();
  }

  /** Postgres writes numbers out: {@code 1e300} takes 301 digits, and {@code 1e999999} fails. */
  private static boolean isShort(BigDecimal number) {
    long before = (long) number.precision() - number.scale();
    return Math.max(before, 1) + Math.max(number.scale(), 0) <= MAX_DIGITS;
  }

  /** A blank after each colon and comma. */
  private static final class Spaced extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1;

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
      out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
      out.writeRaw(", ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
      out.writeRaw(", ");
    }
  }
}
