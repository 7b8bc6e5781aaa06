package io.agencytasks.functions.executors.report;

import io.agencytasks.functions.executors.ConfigFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for a report's time: {@code from} and {@code to}, or {@code lastDays}. */
final class PeriodField {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String LAST_DAYS = "lastDays";
  private static final String INCLUDE_TODAY = "includeToday";
  private static final int USUAL_DAYS = 30;

  /** As RFC 3339 has it, but that whole minutes need no seconds; Java would take more. */
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?([Zz]|[+-]\\d\\d:\\d\\d)");

  private PeriodField() {}

  /** What it says; what faults leave of it does not matter. */
  static Period read(ConfigFields fields) {
    var from = time(FROM, fields);
    var to = time(TO, fields);
    var lastDays = fields.integer(LAST_DAYS, 1, Period.MOST_DAYS);
    var includeToday = fields.flag(INCLUDE_TODAY);
    if (fields.value(FROM).isEmpty() && fields.value(TO).isEmpty()) {
      return new Period.LastDays(lastDays.orElse(USUAL_DAYS), includeToday.orElse(true));
    }
    fields.require(FROM);
    fields.require(TO);
    refuse(LAST_DAYS, fields);
    refuse(INCLUDE_TODAY, fields);
    if (from.isPresent() && to.isPresent()) {
      check(from.get(), to.get(), fields);
    }
    return new Period.Between(from.orElse(Instant.EPOCH), to.orElse(Instant.EPOCH));
  }

  private static void refuse(String name, ConfigFields fields) {
    if (fields.value(name).isPresent()) {
      fields.fault(name, "must be left out where from and to are given");
    }
  }

  private static void check(Instant from, Instant to, ConfigFields fields) {
    if (!from.isBefore(to)) {
      fields.fault(TO, "must be later than from");
    } else if (Duration.between(from, to).compareTo(Duration.ofDays(Period.MOST_DAYS)) > 0) {
      fields.fault(TO, "must be at most %d days after from".formatted(Period.MOST_DAYS));
    }
  }

  private static Optional<Instant> time(String name, ConfigFields fields) {
    var given = fields.text(name);
    var time = given.flatMap(PeriodField::parse);
    if (given.isPresent() && time.isEmpty()) {
      fields.fault(
          name,
          "must be a time with an offset, in the years 1 to 9998, like 2026-11-01T00:00:00+01:00");
    }
    return time;
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(text)
          .filter(DATE_TIME.asMatchPredicate())
          .map(it -> OffsetDateTime.parse(it).toInstant())
          .filter(time -> time.compareTo(Instant.parse("0001-01-01T00:00:00Z")) >= 0)
          .filter(time -> time.compareTo(Instant.parse("9998-12-31T23:59:59Z")) <= 0);
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
