package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A date or a time in a pattern; written as {@code 2026-11-26}, or in UTC where it has a time.
 * There is no 31 June.
 *
 * @param pattern as it was given, for people
 * @param zone where its clock hangs, if it says nothing else
 */
record DateForm(String pattern, DateTimeFormatter formatter, ZoneId zone) implements Form {

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if there is no such pattern
   */
  static DateForm of(String pattern, Locale locale, ZoneId zone) {
    var formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            // So that yyyy means a year as people count them, and not one of two eras.
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter(locale)
            .withResolverStyle(ResolverStyle.STRICT);
    return new DateForm(pattern, formatter, zone);
  }

  @Override
  public Optional<JsonNode> read(JsonNode found) {
    return Optional.of(found)
        .filter(JsonNode::isTextual)
        .flatMap(text -> read(text.textValue().strip()))
        .map(JsonNodeFactory.instance::textNode);
  }

  private Optional<String> read(String text) {
    try {
      return Optional.of(
          switch (formatter.parseBest(
              text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case ZonedDateTime time -> time.toInstant().toString();
            case LocalDateTime time -> time.atZone(zone).toInstant().toString();
            case Object date -> date.toString();
          });
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public String wanted() {
    return "a date like " + pattern;
  }
}
