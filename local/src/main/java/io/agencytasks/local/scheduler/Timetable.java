package io.agencytasks.local.scheduler;

import com.cronutils.model.time.ExecutionTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a schedule fires. */
sealed interface Timetable {

  /** The first firing after the given moment; empty when there is none any more. */
  Optional<Instant> next(Instant after);

  /** At a steady rate, counted from when the schedule was made. */
  record Rate(Instant since, Duration every) implements Timetable {
    @Override
    public Optional<Instant> next(Instant after) {
      long firings = after.isBefore(since) ? 0 : Duration.between(since, after).dividedBy(every);
      return Optional.of(since.plus(every.multipliedBy(firings + 1)));
    }
  }

  /** By the wall clock of a time zone. */
  record Cron(ExecutionTime times, ZoneId zone) implements Timetable {
    @Override
    public Optional<Instant> next(Instant after) {
      return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
    }
  }

  /** Once. */
  record At(Instant moment) implements Timetable {
    @Override
    public Optional<Instant> next(Instant after) {
      return Optional.of(moment).filter(it -> it.isAfter(after));
    }
  }
}
