package io.agencytasks.domain.task;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a wish to create a task ended, whatever the task is made from. */
public sealed interface Creation {

  /**
   * The task as stored.
   *
   * @param runsIn how long until it may run, where that is within the {@linkplain
   *     Doorbell#LONGEST_DELAY longest delay}; null where it is not, or something else comes first
   */
  record Created(Task task, @Nullable Duration runsIn) implements Creation {}

  /** What would be stored; nothing is. */
  record Drafted(NewTask draft) implements Creation {}

  /** What was asked for cannot be: every reason, by field. */
  record Refused(List<Fault> faults) implements Creation {}

  /** What it should be made from is not there. */
  record NoSource() implements Creation {}

  /** Has the task run when it may. */
  default void ring(Doorbell doorbell) {
    if (this instanceof Created(var task, var runsIn) && runsIn != null) {
      if (runsIn.isZero()) {
        doorbell.ring(task.id());
      } else {
        doorbell.ringAt(List.of(new Due(task.id(), runsIn)));
      }
    }
  }
}
