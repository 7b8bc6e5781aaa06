package io.agencytasks.domain.task;

import java.util.List;

/** How a wish to run a task now ended (FR-007). */
public sealed interface ExecuteAnswer {

  record Queued(TaskId id) implements ExecuteAnswer {}

  record NotFound() implements ExecuteAnswer {}

  /**
   * The task stays as it was.
   *
   * @param blockers the tasks that must be completed first, where that is the reason
   */
  record Refused(Reason reason, TaskStatus now, List<TaskId> blockers) implements ExecuteAnswer {}

  /** Why a task cannot be run by hand now. */
  enum Reason {
    RUNNING,
    FINAL,
    WAITING_INPUT,
    REVIEW,
    ASSIGNED_TO_PERSON,
    BLOCKED
  }
}
