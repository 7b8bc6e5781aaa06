package io.agencytasks.domain.task;

import java.util.List;

/** How a wish to create a task ended. */
public sealed interface Creation {

  /**
   * The task as stored.
   *
   * @param ready whether the task may run at once
   */
  record Created(Task task, boolean ready) implements Creation {}

  /** What was asked for cannot be: every reason, by field. */
  record Refused(List<Fault> faults) implements Creation {}
}
