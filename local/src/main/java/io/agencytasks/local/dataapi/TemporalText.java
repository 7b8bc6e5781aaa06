package io.agencytasks.local.dataapi;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Rewrites times from the text of Postgres to the text of AWS: UTC without an offset, and a
 * fraction of none, three or six digits.
 */
final class TemporalText {
  private static final DateTimeFormatter POSTGRES =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .appendPattern("[XXXXX][XXX][X]")
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter WALL_CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private TemporalText() {}

  /** A date, a time or a timestamp without time zone. */
  static String local(String text) {
    refuseInfinity(text);
    int point = text.indexOf('.');
    return point < 0 ? text : text.substring(0, point) + fraction(text.substring(point + 1));
  }

  /** A timestamp with time zone. */
  static String utc(String text) {
    refuseInfinity(text);
    if (text.endsWith("+00")) {
      return local(text.substring(0, text.length() - 3));
    }
    OffsetDateTime time =
        OffsetDateTime.parse(text, POSTGRES).withOffsetSameInstant(ZoneOffset.UTC);
    String micros = "%06d".formatted(time.getNano() / 1_000);
    return time.format(WALL_CLOCK) + fraction(micros);
  }

  private static String fraction(String digits) {
    String micros = digits + "0".repeat(6 - digits.length());
    if (micros.equals("000000")) {
      return "";
    }
    return "." + (micros.endsWith("000") ? micros.substring(0, 3) : micros);
  }

  /** AWS fails on infinite times, without a word. */
  private static void refuseInfinity(String text) {
    if (text.endsWith("infinity")) {
      throw new Refusal(ErrorType.INTERNAL_FAILURE, "");
    }
  }
}
