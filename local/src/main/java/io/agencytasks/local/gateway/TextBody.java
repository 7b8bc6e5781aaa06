package io.agencytasks.local.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies an HTTP API passes on as text: {@code text/*} and a few others. All the rest, forms
 * and bodies without a type among them, come as Base64.
 */
final class TextBody {
  private static final Set<String> TYPES =
      Set.of("application/json", "application/xml", "application/javascript");

  private TextBody() {}

  static boolean is(@Nullable String contentType, byte[] body) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", 2);
    String type = parts[0].strip();
    String parameters = parts.length == 2 ? parts[1].replaceAll("[\\s\"]", "") : "";
    return (type.startsWith("text/") || TYPES.contains(type))
        && (!parameters.contains("charset=") || parameters.contains("charset=utf-8"))
        && isUtf8(body);
  }

  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
