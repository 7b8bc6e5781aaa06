package io.agencytasks.domain.execution;

import static java.util.stream.Collectors.toCollection;

import io.agencytasks.domain.task.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The times that one worker was rung for and waits for. Used by one thread. */
final class Coming {
  private static final Logger log = LoggerFactory.getLogger(Coming.class);

  /** A bell is heard up to a second before its time; one that is earlier rang in vain. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** The clocks of workers and of the database may differ by so much. */
  private static final Duration MOMENT = Duration.ofMillis(250);

  private static final int RELEASED_AT_ONCE = 100;

  private final RunExecutions.Releases releases;
  private final Instant until;
  private final Clock clock;
  private final PriorityQueue<Instant> times;

  /** Waits for the times that are near; what rang too early for its time the sweep rings for. */
  Coming(RunExecutions.Releases releases, Collection<Instant> due, Instant until, Clock clock) {
    this.releases = releases;
    this.until = until;
    this.clock = clock;
    var latest = clock.instant().plus(LONGEST_WAIT);
    this.times =
        due.stream()
            .filter(time -> time.isBefore(latest))
            .collect(toCollection(PriorityQueue::new));
  }

  Optional<Instant> next() {
    return Optional.ofNullable(times.peek());
  }

  /** Whether a time has come; what is due is released then. */
  boolean releaseIfDue() {
    boolean due = times.removeIf(time -> !time.isAfter(clock.instant()));
    if (due) {
      release();
    }
    return due;
  }

  /** The database's clock decides what is due; what it will be in a moment is waited for. */
  private void release() {
    try {
      releases.release(MOMENT, RELEASED_AT_ONCE).stream()
          .map(Due::in)
          .filter(Duration::isPositive)
          .max(Comparator.naturalOrder())
          .map(clock.instant()::plus)
          .filter(until::isAfter)
          .ifPresent(times::add);
    } catch (RuntimeException failed) {
      log.atWarn().setCause(failed).log("nothing released");
    }
  }
}
