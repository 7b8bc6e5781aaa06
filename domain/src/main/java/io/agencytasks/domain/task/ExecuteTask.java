package io.agencytasks.domain.task;

import io.agencytasks.domain.task.ExecuteAnswer.Queued;
import java.time.Duration;

/** Puts a task at the front of its owner's queue, as soon as its guards allow (FR-007, US-006). */
public final class ExecuteTask {

  /** Releases a task, in one statement. */
  public interface Store {

    /**
     * Releases a task to run as soon as it can.
     *
     * @param headStart what being asked for by hand is worth on top
     */
    ExecuteAnswer execute(Owner owner, TaskId id, Duration headStart);
  }

  private final Store tasks;
  private final Doorbell doorbell;
  private final HeadStart headStart;

  public ExecuteTask(Store tasks, Doorbell doorbell, HeadStart headStart) {
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
