package io.agencytasks.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
  /** A Monday. */
  private static final Instant NOW = Instant.parse("2026-11-23T10:30:20Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate(1 minute)            | 2026-11-23T10:31:20Z
          rate(5 minutes)           | 2026-11-23T10:35:20Z
          rate(1 hour)              | 2026-11-23T11:30:20Z
          rate(2 days)              | 2026-11-25T10:30:20Z
          at(2026-12-24T18:00:00)   | 2026-12-24T18:00:00Z
          cron(0 10 * * ? *)        | 2026-11-24T10:00:00Z
          cron(0/15 * * * ? *)      | 2026-11-23T10:45:00Z
          cron(0 18 ? * MON-FRI *)  | 2026-11-23T18:00:00Z
          cron(0 9 ? * 1 *)         | 2026-11-29T09:00:00Z
          cron(0 9 ? * 2 *)         | 2026-11-30T09:00:00Z
          cron(0 9 ? * SAT *)       | 2026-11-28T09:00:00Z
          cron(0 9 ? * 6L *)        | 2026-11-27T09:00:00Z
          cron(0 9 ? * 3#1 *)       | 2026-12-01T09:00:00Z
          cron(0 9 L * ? *)         | 2026-11-30T09:00:00Z
          cron(0 9 1W 8 ? *)        | 2027-08-02T09:00:00Z
          cron(0 0 29 2 ? *)        | 2028-02-29T00:00:00Z
          cron(15 12 * * ? 2027)    | 2027-01-01T12:15:00Z
          cron(0 8,20 ? JAN * 2027) | 2027-01-01T08:00:00Z
          """)
  void the_next_firing_is_where_aws_would_put_it(String expression, Instant next) {
    assertThat(ScheduleExpression.read(expression, ZoneId.of("UTC"), NOW).next(NOW)).contains(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # summer time begins
          2027-03-27T12:00:00Z | cron(30 8 * * ? *) | 2027-03-28T06:30:00Z
          # and ends: half past two is there twice
          2027-10-30T12:00:00Z | cron(30 2 * * ? *) | 2027-10-31T00:30:00Z
          2027-10-31T00:30:00Z | cron(30 2 * * ? *) | 2027-11-01T01:30:00Z
          """)
  void a_time_zone_keeps_the_wall_clock(Instant now, String expression, Instant next) {
    assertThat(ScheduleExpression.read(expression, ZoneId.of("Europe/Berlin"), now).next(now))
        .contains(next);
  }

  @Test
  void a_moment_that_is_over_does_not_come_back() {
    assertThat(ScheduleExpression.read("at(2026-11-23T10:00:00)", ZoneId.of("UTC"), NOW).next(NOW))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every minute",
        "rate(0 minutes)",
        "rate(1 second)",
        "cron(* * * * *)",
        "cron(0 9 * * * *)",
        "cron(0 9 ? * ? *)",
        "cron(0 9 ? * 0 *)",
        "cron(60 9 * * ? *)",
        "cron(0 9 * * ? 2200)",
        "at(tomorrow)"
      })
  void what_aws_would_refuse_is_refused_by_name(String expression) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScheduleExpression.read(expression, ZoneId.of("UTC"), NOW))
        .withMessageContaining(expression);
  }
}
