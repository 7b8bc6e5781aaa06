package io.agencytasks.domain.sweep;

import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.task.TaskId;
import java.time.Duration;
import java.util.List;

/**
 * What the sweep does to the tasks of all tenants. Each method is one bounded statement; two at
 * once do no harm, and what one leaves over the next takes up.
 */
public interface SweepStore {

  /**
   * Ends executions whose worker was not heard of in time. Their tasks run again, ask a person
   * whether they should, or fail when that was the last attempt.
   *
   * @return how many
   */
  int endLostLeases(int atMost);

  /** Releases scheduled and deferred tasks whose time comes within the horizon. */
  List<Due> releaseDue(Duration horizon, int atMost);

  /** Tasks that are ready now. */
  List<TaskId> ready(Lane lane, int atMost);

  /**
   * A task released ahead of its time.
   *
   * @param in how long until it may run
   */
  record Due(TaskId task, Duration in) {}
}
