package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Trigger.Schedule;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;

/** Reads an event of type {@code ScheduleV2}. */
final class ScheduleReader {
  private static final String RATE =
      "rate\\((1 (minute|hour|day)|([2-9]|[1-9]\\d{1,4}) (minutes|hours|days))\\)";
  private static final String CRON = "cron\\(\\S+( \\S+){5}\\)";

  /** No other group's schedules are near, and a firing that fails here is seen at once. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "Description",
          "GroupName",
          "Input",
          "Name",
          "RetryPolicy",
          "ScheduleExpression",
          "ScheduleExpressionTimezone",
          "State");

  private ScheduleReader() {}

  static Schedule read(Resource event) {
    var properties = event.properties(UNDERSTOOD);
    return new Schedule(
        properties.text("Name"),
        expression(properties),
        timeZone(properties),
        properties.find("Input"),
        enabled(properties));
  }

  private static String expression(Properties properties) {
    var expression = properties.text("ScheduleExpression");
    if (!expression.matches(RATE) && !expression.matches(CRON)) {
      throw properties.refuse(
          "ScheduleExpression",
          "must be like rate(1 minute), rate(5 minutes) or cron(0 8 * * ? *), not '"
              + expression
              + "'.");
    }
    return expression;
  }

  private static String timeZone(Properties properties) {
    var zone = properties.find("ScheduleExpressionTimezone").orElse("UTC");
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw properties.refuse(
          "ScheduleExpressionTimezone", "must be a time zone, not '" + zone + "'.");
    }
  }

  private static boolean enabled(Properties properties) {
    return switch (properties.find("State").orElse("ENABLED")) {
      case "ENABLED" -> true;
      case "DISABLED" -> false;
      default -> throw properties.refuse("State", "must be ENABLED or DISABLED.");
    };
  }
}
