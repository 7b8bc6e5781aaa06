package io.agencytasks.functions.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.functions.json.Jsonb;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;

/** What a body says, by its type. */
sealed interface Payload {

  /** A document, whose parts a mapping can name. */
  record Document(JsonNode root) implements Payload {}

  /** Words. */
  record Words(String text) implements Payload {}

  /**
   * Nothing that anybody can read.
   *
   * @param why for the webhook's owner
   */
  record Unreadable(String why) implements Payload {}

  /** Reads it. Senders often forget to say that they send JSON, so it is tried in any case. */
  static Payload of(MessageBody body) {
    var type = body.contentType().toLowerCase(Locale.ROOT);
    var text = decoded(body.bytes());
    if (text.isEmpty()) {
      return new Unreadable("The body is not in UTF-8.");
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return form(text.get());
    }
    var json = Jsonb.parse(text.get());
    if (type.contains("json")) {
      return json.<Payload>map(Document::new)
          .orElseGet(
              () ->
                  new Unreadable(
                      "The body is no JSON, nests more than 64 deep, or has a key twice."));
    }
    return json.filter(JsonNode::isContainerNode)
        .<Payload>map(Document::new)
        .orElseGet(() -> new Words(text.get()));
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /** A field that comes more than once becomes an array. */
  private static Payload form(String text) {
    var form = JsonNodeFactory.instance.objectNode();
    try {
      for (var pair : text.split("&", -1)) {
        if (pair.isEmpty()) {
          continue;
        }
        int equals = pair.indexOf('=');
        var name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
        var value = URLDecoder.decode(equals < 0 ? "" : pair.substring(equals + 1), UTF_8);
        add(form, Jsonb.storable(name), Jsonb.storable(value));
      }
    } catch (IllegalArgumentException malformed) {
      return new Unreadable("The body is no form: a percent sign leads to nothing.");
    }
    return new Document(form);
  }

  private static void add(ObjectNode form, String name, String value) {
    switch (form.get(name)) {
      case null -> form.put(name, value);
      case ArrayNode several -> several.add(value);
      case JsonNode first -> form.putArray(name).add(first).add(value);
    }
  }
}
