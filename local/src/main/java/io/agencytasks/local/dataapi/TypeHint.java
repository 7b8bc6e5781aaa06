package io.agencytasks.local.dataapi;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a string parameter is meant to be: the type it is bound with, and the form it must have. */
enum TypeHint {
  DATE("date"),
  DECIMAL("numeric"),
  JSON("json"),
  TIME("time"),
  TIMESTAMP("timestamp"),
  UUID("uuid");

  private static final DateTimeFormatter DATE_FORM = form("uuuu-MM-dd");
  private static final DateTimeFormatter TIME_FORM = form("HH:mm:ss[.SSS]");
  private static final DateTimeFormatter TIMESTAMP_FORM = form("uuuu-MM-dd HH:mm:ss[.SSS]");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final String postgresType;

  TypeHint(String postgresType) {
    this.postgresType = postgresType;
  }

  String postgresType() {
    return postgresType;
  }

  /** Whether a text has the form that this hint promises. */
  boolean fits(String text) {
    return switch (this) {
      case DATE -> parses(it -> LocalDate.parse(it, DATE_FORM), text);
      case DECIMAL -> parses(BigDecimal::new, text);
      // Postgres itself refuses bad JSON: 22P02.
      case JSON -> true;
      case TIME -> parses(it -> LocalTime.parse(it, TIME_FORM), text);
      case TIMESTAMP -> parses(it -> LocalDateTime.parse(it, TIMESTAMP_FORM), text);
      case UUID -> UUID_FORM.matcher(text).matches();
    };
  }

  private static boolean parses(Function<String, Object> parser, String text) {
    try {
      return Objects.nonNull(parser.apply(text));
    } catch (DateTimeException | NumberFormatException e) {
      return false;
    }
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
