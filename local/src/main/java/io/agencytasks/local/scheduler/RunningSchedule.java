package io.agencytasks.local.scheduler;

import io.agencytasks.local.template.Stack.Trigger.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A schedule and when it fires next. */
final class RunningSchedule {
  private final String function;
  private final Schedule schedule;
  private final Timetable timetable;
  private Optional<Instant> next;
  private long firings;

  RunningSchedule(String function, Schedule schedule, Instant now) {
    this.function = function;
    this.schedule = schedule;
    this.timetable =
        ScheduleExpression.read(schedule.expression(), ZoneId.of(schedule.timeZone()), now);
    this.next = schedule.enabled() ? first(now) : Optional.empty();
  }

  String function() {
    return function;
  }

  Schedule schedule() {
    return schedule;
  }

  /** The time of a firing that is due; several that were missed (a laptop sleeps) are one. */
  synchronized Optional<Instant> takeDue(Instant now) {
    Optional<Instant> due = next.filter(it -> !it.isAfter(now));
    if (due.isPresent()) {
      next = timetable.next(now);
      firings++;
    }
    return due;
  }

  synchronized void firedByHand() {
    firings++;
  }

  synchronized ScheduleStatus status() {
    return new ScheduleStatus(schedule.name(), function, schedule.expression(), next, firings);
  }

  /**
   * A rate fires at once: the queues of a laptop forget at a stop what SQS would have kept, and
   * what is fired at a rate (the sweep) makes up for it.
   */
  private Optional<Instant> first(Instant now) {
    return switch (timetable) {
      case Timetable.Rate rate -> Optional.of(now);
      case Timetable.Cron cron -> cron.next(now);
      case Timetable.At at -> at.next(now);
    };
  }
}
