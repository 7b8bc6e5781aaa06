package io.agencytasks.local.store;

import io.agencytasks.domain.schedule.CatchUp;
import io.agencytasks.domain.schedule.Cron;
import io.agencytasks.domain.schedule.Overlap;
import io.agencytasks.domain.schedule.Rate;
import io.agencytasks.domain.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A schedule to be given to a template: at the full hour, in UTC, unless it says otherwise. */
record ASchedule(
    @Nullable Cron cron,
    @Nullable Rate rate,
    String zone,
    Instant start,
    @Nullable Instant end,
    Overlap overlap,
    CatchUp catchUp) {

  static ASchedule hourlyFrom(Instant start) {
    return new ASchedule(
        new Cron("0 * * * *"), null, "UTC", start, null, Overlap.SKIP, CatchUp.ONE);
  }

  ASchedule dailyAt(String minuteAndHour, String timeZone) {
    return new ASchedule(
        new Cron(minuteAndHour + " * * *"), null, timeZone, start, end, overlap, catchUp);
  }

  ASchedule every(String duration) {
    return new ASchedule(null, new Rate(duration), zone, start, end, overlap, catchUp);
  }

  ASchedule queueing() {
    return new ASchedule(cron, rate, zone, start, end, Overlap.QUEUE, catchUp);
  }

  ASchedule makingUpForNothing() {
    return new ASchedule(cron, rate, zone, start, end, overlap, CatchUp.NONE);
  }

  ASchedule until(Instant last) {
    return new ASchedule(cron, rate, zone, start, last, overlap, catchUp);
  }

  Schedule schedule() {
    return new Schedule(cron, rate, ZoneId.of(zone), start, end, overlap, catchUp, true);
  }
}
