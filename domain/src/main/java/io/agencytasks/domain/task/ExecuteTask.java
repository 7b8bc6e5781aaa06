package io.agencytasks.domain.task;

import io.agencytasks.domain.task.ExecuteAnswer.Queued;

/** Puts a task at the front of its owner's queue, as soon as its guards allow (FR-007, US-006). */
public final class ExecuteTask {
  private final TaskStore tasks;
  private final Doorbell doorbell;
  private final HeadStart headStart;

  public ExecuteTask(TaskStore tasks, Doorbell doorbell, HeadStart headStart) {
    this.tasks = tasks;
    this.doorbell = doorbell;
    this.headStart = headStart;
  }

  public ExecuteAnswer apply(Owner owner, TaskId id) {
    var answer = tasks.execute(owner, id, headStart.ofWish());
    if (answer instanceof Queued) {
      doorbell.ring(id);
    }
    return answer;
  }
}
