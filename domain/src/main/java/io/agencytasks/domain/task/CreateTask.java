package io.agencytasks.domain.task;

import io.agencytasks.domain.task.Creation.Created;
import java.time.Duration;

/** Creates a task, and has it run at once when nothing holds it back (FR-001, US-001). */
public final class CreateTask {

  /** Keeps a new task, in one statement. */
  public interface Store {

    /**
     * Stores a task as pending; its owner's row is made at first sight.
     *
     * @param headStart what its priority and urgency are worth in the queue
     */
    Creation create(Owner owner, NewTask task, Duration headStart, OnUncertain onUncertain);
  }

  private final Store tasks;
  private final Doorbell doorbell;
  private final TaskTypes types;
  private final HeadStart headStart;

  public CreateTask(Store tasks, Doorbell doorbell, TaskTypes types, HeadStart headStart) {
    this.tasks = tasks;
    this.doorbell = doorbell;
    this.types = types;
    this.headStart = headStart;
  }

  public Creation apply(Owner owner, NewTask task) {
    var faults = types.check(task.taskType(), task.executionConfig());
    if (!faults.isEmpty()) {
      return new Creation.Refused(faults);
    }
    var creation =
        tasks.create(
            owner,
            task,
            headStart.of(task.priority(), task.urgency()),
            types.onUncertain(task.taskType(), task.executionConfig()));
    if (creation instanceof Created(var created, var ready) && ready) {
      doorbell.ring(created.id());
    }
    return creation;
  }
}
