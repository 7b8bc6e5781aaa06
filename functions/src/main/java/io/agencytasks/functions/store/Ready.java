package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Doorbell;

/** What it takes to run now, said once: statements have it in place of {@code {ready}}. */
final class Ready {
  /** The condition of the partial index agency_tasks_ready, word for word. */
  static final String GUARDS =
      "t.status in ('pending', 'queued') and t.assigned_to_bot and not t.requires_human_review"
          + " and t.blocked_by is null and t.released_at is not null";

  /** How far ahead a doorbell can ring, as an interval. */
  static final String LONGEST_DELAY =
      "make_interval(secs => %d)".formatted(Doorbell.LONGEST_DELAY.toSeconds());

  private Ready() {}
}
