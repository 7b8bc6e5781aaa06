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

  /** Rings for the task when it may run, and for the review that is asked for, if any. */
  default void ring(Doorbell doorbell, EventBell events) {
    if (this instanceof Created(var task, var runsIn)) {
      if (runsIn != null) {
        ring(task, runsIn, doorbell);
      }
      if (task.summary().requiresHumanReview()) {
        events.ring();
      }
    }
  }

  private static void ring(Task task, Duration runsIn, Doorbell doorbell) {
    var lane = Lane.of(task.summary().taskType());
    if (runsIn.isZero()) {
      doorbell.ring(new Bell(task.id(), lane));
    } else {
      doorbell.ringAt(List.of(new Due(task.id(), lane, runsIn)));
    }
  }
}
