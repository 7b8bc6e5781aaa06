package io.agencytasks.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When tasks are made from a template.
 *
 * @param cron times on the wall; null where there is a rate
 * @param rate times at an equal distance, counted from the start; null where there is a cron
 * @param timeZone whose wall
 * @param start no time is before this one
 * @param end no time is after this one; null where they do not end
 * @param enabled false while none shall come
 */
public record Schedule(
    @Nullable Cron cron,
    @Nullable Rate rate,
    ZoneId timeZone,
    Instant start,
    @Nullable Instant end,
    Overlap overlap,
    CatchUp catchUp,
    boolean enabled) {

  /** What is made so late at the most was not missed: a few rounds of the sweep. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  /** Later times cannot be stored. */
  private static final Instant LAST_OF_ALL = Instant.parse("9999-12-31T00:00:00Z");

  private static final Duration A_MOMENT = Duration.ofNanos(1);

  /** The first time after this one; null where none comes, or none shall. */
  public @Nullable Instant nextAfter(Instant moment) {
    return enabled ? after(moment).orElse(null) : null;
  }

  /** Whether any time lies between start and end. */
  public boolean everComes() {
    return after(start.minus(A_MOMENT)).isPresent();
  }

  /**
   * What to do now.
   *
   * @param due the time that is due, or nearly
   */
  public Turn turn(Instant due, Instant now) {
    var occurrence = due.isAfter(now) ? due : upTo(now).orElse(due);
    boolean missed = occurrence.isBefore(now.minus(GRACE));
    return new Turn(occurrence, catchUp == CatchUp.ONE || !missed, after(occurrence).orElse(null));
  }

  private Optional<Instant> after(Instant moment) {
    var from = moment.isBefore(start) ? start.minus(A_MOMENT) : moment;
    var next =
        cron == null
            ? Optional.of(Objects.requireNonNull(rate).after(from, start))
            : cron.after(from, timeZone);
    return next.filter(time -> !time.isAfter(last()));
  }

  private Optional<Instant> upTo(Instant moment) {
    var until = moment.isBefore(last()) ? moment : last();
    return cron == null
        ? Optional.of(Objects.requireNonNull(rate).upTo(until, start))
        : cron.upTo(until, timeZone);
  }

  private Instant last() {
    return end == null ? LAST_OF_ALL : end;
  }
}
