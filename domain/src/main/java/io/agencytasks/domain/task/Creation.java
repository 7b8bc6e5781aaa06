package io.agencytasks.domain.task;

import java.util.List;
import java.util.Optional;

/** How a wish to create a task ended, whatever the task is made from. */
public sealed interface Creation {

  /**
   * The task as stored.
   *
   * @param ready whether the task may run at once
   */
  record Created(Task task, boolean ready) implements Creation {}

  /** What would be stored; nothing is. */
  record Drafted(NewTask draft) implements Creation {}

  /** What was asked for cannot be: every reason, by field. */
  record Refused(List<Fault> faults) implements Creation {}

  /** What it should be made from is not there. */
  record NoSource() implements Creation {}

  /** The task that may run at once, if there is one. */
  default Optional<TaskId> runnable() {
    return this instanceof Created(var task, var ready) && ready
        ? Optional.of(task.id())
        : Optional.empty();
  }
}
