package io.agencytasks.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Times at an equal distance, whatever the clocks on the wall do.
 *
 * @param text an ISO 8601 duration in whole minutes, from PT1M to P366D; a day has 24 hours
 */
public record Rate(String text) {
  private static final Pattern FORM = Pattern.compile("P(\\d{1,3}D)?(T(\\d{1,4}H)?(\\d{1,6}M)?)?");
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(366);

  public Rate {
    var every = read(text);
    if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "must be an ISO 8601 duration in whole minutes, from PT1M to P366D");
    }
  }

  private static Duration read(String text) {
    try {
      return FORM.matcher(text).matches() ? Duration.parse(text) : Duration.ZERO;
    } catch (DateTimeParseException unreadable) {
      return Duration.ZERO;
    }
  }

  /** The first time after this one. */
  Instant after(Instant moment, Instant start) {
    return moment.isBefore(start) ? start : upTo(moment, start).plus(read(text));
  }

  /** The last time up to this one, which the start is not behind. */
  Instant upTo(Instant moment, Instant start) {
    var every = read(text);
    return start.plus(every.multipliedBy(Duration.between(start, moment).dividedBy(every)));
  }

  @Override
  public String toString() {
    return text;
  }
}
