package io.agencytasks.functions.inbound.email;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a sender wrote, without the message that it answers and without the signature. Only what
 * follows to the end is cut: words between quoted lines stay, with what they answer.
 */
final class OwnWords {
  private static final String SIGNATURE = "-- ";

  /** The line with which mail programs begin what they quote. */
  private static final Pattern QUOTE_BEGINS =
      Pattern.compile(
          "(?iu)-{2,} ?(original message|forwarded message|ursprüngliche nachricht|message"
              + " d'origine|mensaje original) ?-{2,}|_{20,}|(on|am|le|el|il)"
              + " .{1,200}(wrote|schrieb|a écrit|escribió|ha scritto).{0,60}:");

  private OwnWords() {}

  static String of(String text) {
    List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
    int end = firstOf(lines);
    while (end > 0 && isQuotedOrBlank(lines.get(end - 1))) {
      end--;
    }
    String own = String.join("\n", lines.subList(0, end)).strip();
    return own.isEmpty() ? text.strip() : own;
  }

  /** Where the signature or a quoted message begins, or the end. */
  private static int firstOf(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.equals(SIGNATURE) || QUOTE_BEGINS.matcher(beginning(line)).matches()) {
        return i;
      }
    }
    return lines.size();
  }

  /** Nobody's program writes longer ones. */
  private static String beginning(String line) {
    return line.strip().substring(0, Math.min(line.strip().length(), 300));
  }

  private static boolean isQuotedOrBlank(String line) {
    return line.isBlank() || line.startsWith(">");
  }
}
