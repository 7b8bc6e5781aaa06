package io.agencytasks.functions.executors.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.report.Span;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when to when a report is, and how one says it. */
class PeriodTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void last_days_are_whole_days_where_the_clock_changes_too() {
    var monday = Instant.parse("2026-10-26T05:00:00Z");

    assertThat(new Period.LastDays(7, false).at(monday, BERLIN))
        .isEqualTo(
            new Span(Instant.parse("2026-10-18T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
  }

  @Test
  void what_there_is_of_today_counts_if_it_is_wanted() {
    var now = Instant.parse("2026-11-26T10:00:00Z");

    assertThat(new Period.LastDays(1, true).at(now, BERLIN))
        .isEqualTo(new Span(Instant.parse("2026-11-24T23:00:00Z"), now));
  }

  @Test
  void a_day_without_a_midnight_begins_when_it_begins() {
    // In Beirut the clocks go from 0:00 to 1:00.
    var now = Instant.parse("2026-03-30T10:00:00Z");

    assertThat(new Period.LastDays(1, false).at(now, ZoneId.of("Asia/Beirut")).from())
        .isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-01T00:00+01:00 | 2026-12-01T00:00+01:00 | 1–30 Nov 2026",
        "2026-11-03T00:00+01:00 | 2026-11-04T00:00+01:00 | 3 Nov 2026",
        "2026-11-03T12:00+01:00 | 2026-11-03T13:00+01:00 | 3 Nov 2026",
        "2026-10-28T00:00+01:00 | 2026-11-04T00:00+01:00 | 28 Oct – 3 Nov 2026",
        "2025-12-28T00:00+01:00 | 2026-01-04T00:00+01:00 | 28 Dec 2025 – 3 Jan 2026"
      })
  void days_are_said_briefly(String from, String to, String days) {
    var report =
        AReport.of("{'from': '%s', 'to': '%s', 'timeZone': 'Europe/Berlin'}".formatted(from, to));

    assertThat(report.days()).isEqualTo(days);
  }

  @Test
  void a_file_is_called_what_it_is_and_of_when() {
    assertThat(AReport.ofNovember("review_evidence").fileName(ReportFormat.PDF))
        .isEqualTo("review-evidence-2026-11-01-to-2026-11-30.pdf");
  }
}
