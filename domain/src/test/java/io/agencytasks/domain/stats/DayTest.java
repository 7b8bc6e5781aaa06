package io.agencytasks.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day is what the clocks on the wall of its zone make of it. */
@Tag("FR-010.5")
class DayTest {

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource({
    "2026-11-25T10:00:00Z, UTC, 2026-11-25T00:00:00Z, 24",
    "2026-11-25T23:30:00Z, Europe/Berlin, 2026-11-25T23:00:00Z, 24",
    "2026-11-25T23:30:00Z, America/New_York, 2026-11-25T05:00:00Z, 24",
    "2026-11-25T23:30:00Z, Asia/Kathmandu, 2026-11-25T18:15:00Z, 24",
    "2026-11-25T23:30:00Z, Pacific/Kiritimati, 2026-11-25T10:00:00Z, 24"
  })
  void a_day_begins_at_its_midnight(Instant now, String zone, Instant from, long hours) {
    assertThat(Day.at(now, ZoneId.of(zone))).isEqualTo(day(from, hours));
  }

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource({
    "2026-03-29T12:00:00Z, Europe/Berlin, 2026-03-28T23:00:00Z, 23",
    "2026-10-25T12:00:00Z, Europe/Berlin, 2026-10-24T22:00:00Z, 25",
    "2026-11-01T12:00:00Z, America/New_York, 2026-11-01T04:00:00Z, 25"
  })
  void it_is_shorter_or_longer_where_clocks_change(
      Instant now, String zone, Instant from, long hours) {
    assertThat(Day.at(now, ZoneId.of(zone))).isEqualTo(day(from, hours));
  }

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource({
    // Clocks went from 24:00 to 01:00, or from 24:00 back to 23:00.
    "2018-11-04T12:00:00Z, America/Sao_Paulo, 2018-11-04T03:00:00Z, 23",
    "2018-02-17T12:00:00Z, America/Sao_Paulo, 2018-02-17T02:00:00Z, 25",
    // Samoa went over the date line and had no 30 December.
    "2011-12-30T09:00:00Z, Pacific/Apia, 2011-12-29T10:00:00Z, 24"
  })
  void it_is_whole_where_its_midnight_is_missing(
      Instant now, String zone, Instant from, long hours) {
    assertThat(Day.at(now, ZoneId.of(zone))).isEqualTo(day(from, hours));
  }

  private static Day day(Instant from, long hours) {
    return new Day(from, from.plus(Duration.ofHours(hours)));
  }
}
