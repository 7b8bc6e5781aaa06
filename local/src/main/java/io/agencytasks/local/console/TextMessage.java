package io.agencytasks.local.console;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A text message as whoever tries something out writes it, and as AWS publishes it. */
record TextMessage(String from, String to, String text, String id) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String EXAMPLE =
      "{\"from\":\"+15550100\",\"to\":\"+15550199\",\"text\":\"Hello\"}";
  private static final Set<String> FIELDS = Set.of("from", "to", "text", "id");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

  /** As much as operators carry in parts. */
  private static final int MOST_CHARACTERS = 1_600;

  /**
   * Reads a request's body.
   *
   * @param ids makes the id of a message that has none
   * @throws IllegalArgumentException with a sentence for whoever sent it
   */
  static TextMessage read(byte[] body, Supplier<UUID> ids) {
    JsonNode asked = parsed(body);
    check(asked.isObject(), "Send a JSON object such as " + EXAMPLE + ".");
    var unknown = new TreeSet<String>();
    asked.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    check(unknown.isEmpty(), "There are no fields but from, to, text and id.");
    String id = asked.has("id") ? asked.path("id").asText() : ids.get().toString();
    check(ID.matcher(id).matches(), "id must have 1 to 255 characters of ASCII, and no blanks.");
    return new TextMessage(number(asked, "from"), number(asked, "to"), text(asked), id);
  }

  /** What AWS End User Messaging publishes of it. */
  String published() {
    return JSON.createObjectNode()
        .put("originationNumber", from)
        .put("destinationNumber", to)
        .put("messageKeyword", "KEYWORD_000000000000")
        .put("messageBody", text)
        .put("inboundMessageId", id)
        .toString();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("Send JSON such as " + EXAMPLE + ".", e);
    }
  }

  private static String number(JsonNode asked, String field) {
    String number = asked.path(field).asText();
    check(NUMBER.matcher(number).matches(), field + " must be a number such as +15550100.");
    return number;
  }

  private static String text(JsonNode asked) {
    JsonNode text = asked.path("text");
    check(text.isTextual(), "text must be a string.");
    check(
        text.textValue().codePointCount(0, text.textValue().length()) <= MOST_CHARACTERS,
        "text must have at most %d characters.".formatted(MOST_CHARACTERS));
    return text.textValue();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
