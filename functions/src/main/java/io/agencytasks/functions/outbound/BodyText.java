package io.agencytasks.functions.outbound;

import io.agencytasks.functions.json.Jsonb;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of an answer as text, if text is what they are. */
public final class BodyText {
  private static final Pattern JSON = Pattern.compile("(application|text)/(.+\\+)?json");
  private static final Pattern TEXT =
      Pattern.compile(
          "text/.*|.*[/+](json|xml|yaml)|application/(javascript|x-www-form-urlencoded)");

  private BodyText() {}

  public static boolean isJson(Answer answer) {
    return is(JSON, type(answer));
  }

  /**
   * The text, fit to be stored. What is declared as text is read as such, with the replacement
   * character for bad bytes; all else is text only if every byte of it is. Charsets that are
   * unknown, or that JSON must not have, count as UTF-8.
   */
  public static Optional<String> of(Answer answer) {
    MediaType type = type(answer);
    boolean declared = is(TEXT, type);
    Charset charset = type == null || isJson(answer) ? StandardCharsets.UTF_8 : charset(type);
    var onBadBytes = declared ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    return decode(
            answer,
            charset.newDecoder().onMalformedInput(onBadBytes).onUnmappableCharacter(onBadBytes))
        .filter(text -> declared || text.indexOf('\0') < 0)
        .map(text -> text.startsWith("\ufeff") ? text.substring(1) : text)
        .map(Jsonb::storable);
  }

  private static Optional<String> decode(Answer answer, CharsetDecoder decoder) {
    int room = (int) Math.ceil(answer.body().size() * (double) decoder.maxCharsPerByte());
    var text = CharBuffer.allocate(room);
    // Bytes that were cut off may end within a character, which is then left out.
    var verdict = decoder.decode(answer.body().asByteBuffer(), text, answer.whole());
    return verdict.isError() ? Optional.empty() : Optional.of(text.flip().toString());
  }

  private static boolean is(Pattern kind, @Nullable MediaType type) {
    return type != null && kind.matcher(type.type() + "/" + type.subtype()).matches();
  }

  private static @Nullable MediaType type(Answer answer) {
    String header = answer.headers().get("Content-Type");
    return header == null ? null : MediaType.parse(header);
  }

  private static Charset charset(MediaType type) {
    Charset named = type.charset(StandardCharsets.UTF_8);
    return named == null ? StandardCharsets.UTF_8 : named;
  }
}
