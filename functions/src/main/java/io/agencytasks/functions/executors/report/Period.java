package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time that a report is to be about. */
sealed interface Period {
  /** The most days that one report may be about. */
  int MOST_DAYS = 366;

  /** What it is for an attempt that begins now. */
  Span at(Instant now, ZoneId zone);

  /** Always the same. */
  record Between(Instant from, Instant to) implements Period {
    @Override
    public Span at(Instant now, ZoneId zone) {
      return new Span(from, to);
    }
  }

  /**
   * So many whole days before today.
   *
   * @param includeToday whether what there is of today counts too
   */
  record LastDays(int days, boolean includeToday) implements Period {
    @Override
    public Span at(Instant now, ZoneId zone) {
      var today = LocalDate.ofInstant(now, zone);
      var midnight = today.atStartOfDay(zone).toInstant();
      return new Span(
          today.minusDays(days).atStartOfDay(zone).toInstant(), includeToday ? now : midnight);
    }
  }
}
