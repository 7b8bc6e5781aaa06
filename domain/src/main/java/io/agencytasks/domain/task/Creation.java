package io.agencytasks.domain.task;

import java.util.List;

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

  /** Rings for the task that may run at once, or for the review that is asked for, if any. */
  default void ring(Doorbell doorbell, EventBell events) {
    if (this instanceof Created(var task, var ready)) {
      if (ready) {
        doorbell.ring(task.id());
      }
      if (task.summary().requiresHumanReview()) {
        events.ring();
      }
    }
  }
}
