package io.agencytasks.local.scheduler;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code rate(…)}, {@code cron(…)} and {@code at(…)} as EventBridge Scheduler writes them.
 */
final class ScheduleExpression {
  private static final Pattern FORM = Pattern.compile("(rate|cron|at)\\((.+)\\)");
  private static final Pattern RATE = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?");

  /** Six fields without seconds; Sunday is day 1; one of the two day fields is a question mark. */
  private static final CronDefinition AWS =
      CronDefinitionBuilder.defineCron()
          .withMinutes()
          .and()
          .withHours()
          .and()
          .withDayOfMonth()
          .supportsL()
          .supportsW()
          .supportsLW()
          .supportsQuestionMark()
          .and()
          .withMonth()
          .and()
          .withDayOfWeek()
          .withValidRange(1, 7)
          .withMondayDoWValue(2)
          .supportsHash()
          .supportsL()
          .supportsQuestionMark()
          .and()
          .withYear()
          .withValidRange(1970, 2199)
          .and()
          .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
          .instance();

  private ScheduleExpression() {}

  /**
   * Reads an expression.
   *
   * @param since what a rate counts from
   * @throws IllegalArgumentException with a sentence that quotes the expression
   */
  static Timetable read(String expression, ZoneId zone, Instant since) {
    Matcher form = FORM.matcher(expression);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "A schedule is rate(…), cron(…) or at(…), not: " + expression);
    }
    try {
      return switch (form.group(1)) {
        case "rate" -> new Timetable.Rate(since, rate(form.group(2)));
        case "at" -> new Timetable.At(LocalDateTime.parse(form.group(2)).atZone(zone).toInstant());
        case String cron ->
            new Timetable.Cron(
                ExecutionTime.forCron(new CronParser(AWS).parse(form.group(2))), zone);
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The schedule " + expression + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Duration rate(String text) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new IllegalArgumentException("a rate is a number of minutes, hours or days");
    }
    long number = Long.parseLong(rate.group(1));
    return switch (rate.group(2)) {
      case "minute" -> Duration.ofMinutes(number);
      case "hour" -> Duration.ofHours(number);
      case String day -> Duration.ofDays(number);
    };
  }
}
