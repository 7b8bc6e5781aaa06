package io.agencytasks.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.functions.json.Mappers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** The body of a request: UTF-8, one JSON object, within bounds. */
final class Body {
  static final int MOST_BYTES = 256 * 1024;

  private static final String WHOLE = "";

  private Body() {}

  /**
   * Reads the object.
   *
   * @throws BodyTooLarge beyond so many bytes
   * @throws InvalidInput when it is no JSON object, or one with duplicate keys or text behind it
   */
  static ObjectNode read(APIGatewayV2HTTPEvent event, int mostBytes) {
    return object(text(event, mostBytes));
  }

  /**
   * Reads the object that this text is.
   *
   * @throws InvalidInput when it is none, or one with duplicate keys or text behind it
   */
  static ObjectNode object(String text) {
    if (parse(text) instanceof ObjectNode object) {
      return object;
    }
    throw InvalidInput.of(WHOLE, "must be a JSON object");
  }

  /** Its bytes as they were sent; none where there is no body. */
  static byte[] bytes(APIGatewayV2HTTPEvent event) {
    var body = Objects.requireNonNullElse(event.getBody(), "");
    return event.getIsBase64Encoded() ? unpacked(body) : body.getBytes(StandardCharsets.UTF_8);
  }

  /** The same, within bounds. */
  static byte[] bounded(APIGatewayV2HTTPEvent event, int mostBytes) {
    var bytes = bytes(event);
    if (bytes.length > mostBytes) {
      throw new BodyTooLarge(mostBytes);
    }
    return bytes;
  }

  private static JsonNode parse(String text) {
    try {
      return Mappers.forApi().readTree(text);
    } catch (StreamConstraintsException beyond) {
      throw InvalidInput.of(
          WHOLE, "must nest at most 32 deep, with numbers of at most 1000 digits");
    } catch (NumberFormatException tooLarge) {
      throw InvalidInput.of(WHOLE, "must not hold numbers of so large an exponent");
    } catch (JacksonException malformed) {
      throw InvalidInput.of(
          WHOLE, "must be well-formed JSON without duplicate keys" + at(malformed));
    }
  }

  private static String at(JacksonException malformed) {
    var location = malformed.getLocation();
    return location == null
        ? ""
        : "; look at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String text(APIGatewayV2HTTPEvent event, int mostBytes) {
    var bytes = bounded(event, mostBytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw InvalidInput.of(WHOLE, "must be UTF-8");
    }
  }

  private static byte[] unpacked(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw InvalidInput.of(WHOLE, "must be Base64 where the request says so");
    }
  }
}
