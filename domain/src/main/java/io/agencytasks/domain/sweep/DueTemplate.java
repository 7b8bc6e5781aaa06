package io.agencytasks.domain.sweep;

import io.agencytasks.domain.schedule.Schedule;
import io.agencytasks.domain.template.TemplateId;
import java.time.Instant;

/**
 * A template whose schedule is due.
 *
 * @param version the one that was read
 * @param nextRunAt the time that is due
 */
public record DueTemplate(TemplateId id, int version, Schedule schedule, Instant nextRunAt) {

  /** The same, once that time is dealt with. */
  DueTemplate at(Instant next) {
    return new DueTemplate(id, version, schedule, next);
  }
}
