package io.agencytasks.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of a schedule, swept minute by minute as the clocks go. */
class ScheduleTest {
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");

  /** Of the two changes of a year, one is before and one behind the equator's. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 02:30, 2026-03-29T01:00:00Z, 2026-10-25T00:30:00Z",
    "America/New_York, 02:30, 2026-03-08T07:00:00Z, 2026-11-01T07:30:00Z",
    "America/New_York, 01:30, 2026-03-08T06:30:00Z, 2026-11-01T05:30:00Z",
    "Australia/Lord_Howe, 02:15, 2026-10-03T15:30:00Z, 2026-04-04T15:45:00Z",
    "Australia/Lord_Howe, 01:45, 2026-10-03T15:15:00Z, 2026-04-04T14:45:00Z",
    "UTC, 02:30, 2026-03-29T02:30:00Z, 2026-10-25T02:30:00Z"
  })
  void a_time_of_day_comes_once_a_day_over_both_changes_of_a_year(
      String zone, LocalTime time, Instant spring, Instant autumn) {
    var schedule = cron("%d %d * * *".formatted(time.getMinute(), time.getHour()), zone);

    var swept = sweep(schedule, NEW_YEAR, NEXT_YEAR);

    assertThat(swept).isEqualTo(everyDayAt(time, ZoneId.of(zone))).contains(spring, autumn);
    assertThat(swept.size()).isBetween(364, 366);
  }

  @Test
  void what_comes_every_quarter_of_an_hour_pauses_while_the_clocks_show_an_hour_again() {
    var quarters = cron("*/15 * * * *", "Europe/Berlin");

    assertThat(sweep(quarters, berlin("2026-03-29"), berlin("2026-03-30"))).hasSize(92);
    assertThat(sweep(quarters, berlin("2026-10-25"), berlin("2026-10-26"))).hasSize(96);
    assertThat(quarters.nextAfter(Instant.parse("2026-10-25T00:45:00Z")))
        .isEqualTo("2026-10-25T02:00:00Z");
  }

  @Test
  void a_rate_does_not_care_what_the_clocks_show() {
    var rate = rate("PT15M", berlin("2026-10-25"), null);

    assertThat(sweep(rate, berlin("2026-10-25").minusSeconds(1), berlin("2026-10-26")))
        .hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({
    "PT15M, 2026-01-01T00:00:00Z, 2026-01-01T00:15:00Z",
    "PT15M, 2025-12-31T23:59:59Z, 2026-01-01T00:00:00Z",
    "PT15M, 2020-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
    "P1DT1H, 2026-01-10T00:00:00Z, 2026-01-10T09:00:00Z",
    "P366D, 2026-06-01T00:00:00Z, 2027-01-02T00:00:00Z"
  })
  void a_rate_counts_from_its_start(String rate, Instant after, Instant next) {
    assertThat(rate(rate, NEW_YEAR, null).nextAfter(after)).isEqualTo(next);
  }

  @Test
  void nothing_comes_behind_the_end_or_while_it_is_off() {
    var end = NEW_YEAR.plusSeconds(3_600);

    assertThat(rate("PT30M", NEW_YEAR, end).nextAfter(NEW_YEAR.plusSeconds(1_800))).isEqualTo(end);
    assertThat(rate("PT30M", NEW_YEAR, end).nextAfter(end)).isNull();
    assertThat(rate("PT30M", NEW_YEAR, NEW_YEAR.minusSeconds(1)).everComes()).isFalse();
    assertThat(
            schedule(null, new Rate("PT1M"), "UTC", null, CatchUp.ONE, false).nextAfter(NEW_YEAR))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 13 * 5, 2026-01-02T00:00:00Z, 2026-01-09T00:00:00Z, 2026-01-13T00:00:00Z",
    "0 0 29 2 *, 2028-02-29T00:00:00Z, 2032-02-29T00:00:00Z, 2036-02-29T00:00:00Z",
    "30 9 * * MON-FRI, 2026-01-01T09:30:00Z, 2026-01-02T09:30:00Z, 2026-01-05T09:30:00Z",
    "0 0 * * 7, 2026-01-04T00:00:00Z, 2026-01-11T00:00:00Z, 2026-01-18T00:00:00Z"
  })
  void fields_mean_what_they_mean_to_unix(String cron, Instant one, Instant two, Instant three) {
    var schedule = cron(cron, "UTC");
    var times = new ArrayList<Instant>();
    for (var next = schedule.nextAfter(NEW_YEAR);
        next != null && times.size() < 3;
        next = schedule.nextAfter(next)) {
      times.add(next);
    }

    assertThat(times).containsExactly(one, two, three);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "* * * *",
        "* * * * * *",
        "@daily",
        "60 * * * *",
        "0 0 0 * *",
        "0 0 30 2 *",
        "0 0 31 4,6,9,11 *",
        "*/0 * * * *",
        "5-1 * * * *",
        "1,,2 * * * *",
        "0 0 L * *",
        "0|1 * * * *",
        "-1 * * * *",
        "0 0 ? * 1",
        " 0 0 * * *",
        "0  0 * * *",
        "99999999999 * * * *"
      })
  void what_is_no_cron_or_never_comes_is_refused(String cron) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cron(cron))
        .withMessageStartingWith("must");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "P", "PT", "PT0M", "PT59S", "PT1M1S", "P367D", "-PT5M", "PT-5M", "pt5m", "P1M", "15"
      })
  void what_is_no_rate_or_too_often_or_too_seldom_is_refused(String rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rate(rate))
        .withMessageStartingWith("must");
  }

  @Test
  void of_what_was_missed_one_task_stands_for_all_or_none_does() {
    var now = Instant.parse("2026-01-01T05:20:00Z");
    var due = Instant.parse("2026-01-01T02:00:00Z");
    var last = Instant.parse("2026-01-01T05:00:00Z");
    var next = Instant.parse("2026-01-01T06:00:00Z");

    assertThat(hourly(CatchUp.ONE).turn(due, now)).isEqualTo(new Turn(last, true, next));
    assertThat(hourly(CatchUp.NONE).turn(due, now)).isEqualTo(new Turn(last, false, next));
    assertThat(hourly(CatchUp.NONE).turn(due, last.plusSeconds(90)))
        .isEqualTo(new Turn(last, true, next));
  }

  @Test
  void a_clock_that_was_put_back_repeats_nothing() {
    var quarters = cron("*/15 * * * *", "UTC");
    var times = sweep(quarters, NEW_YEAR, NEW_YEAR.plus(Duration.ofHours(2)));

    var turn = quarters.turn(times.getLast(), NEW_YEAR);

    assertThat(turn.occurrence()).isEqualTo(times.getLast());
    assertThat(turn.next()).isAfter(times.getLast());
  }

  /** The times that a round each minute meets, in their order. */
  private static List<Instant> sweep(Schedule schedule, Instant from, Instant to) {
    var met = new ArrayList<Instant>();
    var due = schedule.nextAfter(from);
    for (var now = from; now.isBefore(to); now = now.plusSeconds(60)) {
      while (due != null && due.isBefore(now.plusSeconds(75)) && due.isBefore(to)) {
        var turn = schedule.turn(due, now);
        met.add(turn.occurrence());
        due = turn.next();
      }
    }
    return met;
  }

  private static List<Instant> everyDayAt(LocalTime time, ZoneId zone) {
    return LocalDate.of(2025, 12, 31)
        .datesUntil(LocalDate.of(2027, 1, 2))
        .map(
            day -> {
              var jump = zone.getRules().getTransition(day.atTime(time));
              return jump != null && jump.isGap()
                  ? jump.getInstant()
                  : day.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
            })
        .filter(moment -> moment.isAfter(NEW_YEAR) && moment.isBefore(NEXT_YEAR))
        .toList();
  }

  private static Instant berlin(String day) {
    return LocalDate.parse(day)
        .atStartOfDay(ZoneId.of("Europe/Berlin"))
        .toInstant()
        .minusSeconds(1);
  }

  private static Schedule hourly(CatchUp catchUp) {
    return schedule(new Cron("0 * * * *"), null, "UTC", null, catchUp, true);
  }

  private static Schedule cron(String text, String zone) {
    return schedule(new Cron(text), null, zone, null, CatchUp.ONE, true);
  }

  private static Schedule rate(String text, Instant start, @Nullable Instant end) {
    return new Schedule(
        null, new Rate(text), ZoneId.of("UTC"), start, end, Overlap.SKIP, CatchUp.ONE, true);
  }

  private static Schedule schedule(
      @Nullable Cron cron,
      @Nullable Rate rate,
      String zone,
      @Nullable Instant end,
      CatchUp catchUp,
      boolean enabled) {
    return new Schedule(cron, rate, ZoneId.of(zone), NEW_YEAR, end, Overlap.SKIP, catchUp, enabled);
  }
}
