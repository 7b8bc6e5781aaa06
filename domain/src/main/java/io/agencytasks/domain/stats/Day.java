package io.agencytasks.domain.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A calendar day somewhere: 23 or 25 hours long where clocks change, and without a midnight where
 * they change at midnight.
 *
 * @param from its first moment
 * @param to the first moment of the next day
 */
public record Day(Instant from, Instant to) {

  /** The day that it is there at this moment. */
  public static Day at(Instant now, ZoneId zone) {
    var date = LocalDate.ofInstant(now, zone);
    return new Day(start(date, zone), start(date.plusDays(1), zone));
  }

  private static Instant start(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant();
  }
}
