package io.agencytasks.functions.inbound.email;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.jspecify.annotations.Nullable;

/** The text of a part, whatever its charset is called. */
final class PartText {
  static final int MAX_BYTES = 1024 * 1024;

  /** Markup takes longer to read, and most of it is not text. */
  static final int MAX_HTML_BYTES = 256 * 1024;

  private PartText() {}

  static String of(BodyDescriptor part, byte[] content) {
    return new String(content, charset(part.getCharset()));
  }

  /** What is unknown is read as UTF-8, and what is no ASCII, after all, too. */
  private static Charset charset(@Nullable String name) {
    if (name == null || name.equalsIgnoreCase("us-ascii")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
