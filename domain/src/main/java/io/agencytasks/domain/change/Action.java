package io.agencytasks.domain.change;

import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person wants done with a task, or with many alike. */
public sealed interface Action {

  /** Lets a task that awaits review run (FR-005). */
  record Approve(Optional<Remark> notes) implements Action {}

  /** Cancels a task that awaits review (FR-006). */
  record Reject(Remark reason) implements Action {}

  /** Cancels a task that is not running (FR-008). */
  record Cancel(Optional<Remark> reason) implements Action {}

  /** Runs a task as soon as its guards allow, ahead of the others (FR-007). */
  record Execute() implements Action {}

  /** Answers the question of a task that waits for input. */
  record GiveInput(Json input) implements Action {}

  /**
   * Changes what a task is made of, and its status by hand (FR-004).
   *
   * @param status empty leaves it; what it may become is in {@link TaskStatus#nextByHand}
   * @param verdicts what each type says of the patch's configuration; empty where it gives none
   */
  record Update(
      TaskPatch patch,
      Optional<TaskStatus> status,
      Optional<Remark> statusReason,
      Map<TaskType, TypeVerdict> verdicts)
      implements Action {}

  /** Puts labels on a task and takes others off; what has or lacks them already is left alone. */
  record Label(List<Tag> add, List<Tag> remove) implements Action {}
}
