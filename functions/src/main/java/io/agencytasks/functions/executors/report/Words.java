package io.agencytasks.functions.executors.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How people read what programs write. */
record Words(ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);
  private static final long A_SECOND = 1_000;

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** {@code in_progress} as {@code In progress}. */
  static String name(String name) {
    return switch (name) {
      case "api_call" -> "API call";
      case "ghl_action" -> "GHL action";
      default ->
          name.substring(0, 1).toUpperCase(Locale.ENGLISH) + name.substring(1).replace('_', ' ');
    };
  }

  String moment(Instant time) {
    return MINUTE.format(time.atZone(zone));
  }

  String of(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text;
      case Cell.State(var text) -> name(text);
      case Cell.Name(var text) -> name(text);
      case Cell.Count(var number) -> Long.toString(number);
      case Cell.Labels(var labels) -> String.join(", ", labels);
      case Cell.Moment(var time) -> moment(time);
      case Cell.Took(var millis) -> took(millis);
      case Cell.Nothing() -> "";
    };
  }

  private static String took(long millis) {
    var time = Duration.ofMillis(millis);
    if (millis < A_SECOND) {
      return millis + " ms";
    }
    if (time.toMinutes() < 1) {
      return String.format(Locale.ENGLISH, "%.1f s", millis / (double) A_SECOND);
    }
    if (time.toHours() < 1) {
      return "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
    return time.toDays() < 1
        ? "%d h %02d min".formatted(time.toHours(), time.toMinutesPart())
        : "%d d %02d h".formatted(time.toDays(), time.toHoursPart());
  }
}
