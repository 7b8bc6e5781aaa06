package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.Text;
import io.agencytasks.domain.task.Title;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of strangers, made such that it can be kept: a message is never lost for its characters. */
public final class PlainText {
  private static final int TITLE = 500;
  private static final int DESCRIPTION = 5000;
  private static final String MORE = "…";

  private PlainText() {}

  /** With a blank for each character that cannot be kept, and at most so many characters. */
  public static String of(String text, int most) {
    var plain = new StringBuilder();
    text.codePoints()
        .map(it -> Text.isPlain(Character.toString(it)) ? it : ' ')
        .limit(most + 1L)
        .forEach(plain::appendCodePoint);
    if (plain.codePointCount(0, plain.length()) <= most) {
      return plain.toString();
    }
    return plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + MORE;
  }

  /** The beginning, of at most so many bytes in UTF-8. */
  public static String beginning(String text, int mostBytes) {
    if (text.length() <= mostBytes / 3) {
      return text;
    }
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      bytes += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > mostBytes) {
        return text.substring(0, end);
      }
      end = next;
    }
    return text;
  }

  /** The first line that says something, as a title. */
  public static Optional<Title> title(String text) {
    return text.lines()
        .map(line -> of(line, TITLE).strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(Title::new);
  }

  /** All of it, as a description. */
  public static Description description(String text) {
    return new Description(of(text, DESCRIPTION));
  }
}
