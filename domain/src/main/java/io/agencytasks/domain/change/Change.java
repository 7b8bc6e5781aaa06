package io.agencytasks.domain.change;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;

/** What became of a wish to change one task. */
public sealed interface Change {

  /**
   * It was done, or was so already.
   *
   * @param task as it is now, where it was changed and is wanted back
   */
  record Done(Optional<Task> task) implements Change {}

  /** No such task, or none of this owner's. */
  record NotFound() implements Change {}

  /** The task is another version than the one that the change was meant for. */
  record Stale(int version) implements Change {}

  /** What was asked for cannot be, whatever the task's state: every reason, by field. */
  record Invalid(List<Fault> faults) implements Change {}

  /**
   * The task's state does not allow it.
   *
   * @param blockers the tasks that must be completed first, where that is the reason
   */
  record Refused(Reason reason, TaskStatus now, List<TaskId> blockers) implements Change {}

  /** Why a task's state does not allow a change. */
  enum Reason {
    RUNNING,
    FINAL,
    WAITING_INPUT,
    NOT_WAITING,
    REVIEW,
    NO_REVIEW,
    ASSIGNED_TO_PERSON,
    BLOCKED,
    NOT_BY_HAND
  }
}
