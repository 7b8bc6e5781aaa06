package io.agencytasks.domain.task;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a task, and has it run at once when nothing holds it back (FR-001, US-001). */
public final class CreateTask {

  /** Keeps a new task, in one statement. */
  public interface Store {

    /**
     * Stores a task as pending; its owner's row is made at first sight.
     *
     * @param verdicts what the task types say of its configuration
     */
    Once<Creation> create(
        Owner owner,
        NewTask task,
        Map<TaskType, TypeVerdict> verdicts,
        @Nullable IdempotencyKey key);
  }

  private final Store tasks;
  private final Doorbell doorbell;
  private final EventBell events;
  private final TaskTypes types;

  public CreateTask(Store tasks, Doorbell doorbell, EventBell events, TaskTypes types) {
    this.tasks = tasks;
    this.doorbell = doorbell;
    this.events = events;
    this.types = types;
  }

  public Once<Creation> apply(Owner owner, NewTask task, @Nullable IdempotencyKey key) {
    var creation = tasks.create(owner, task, types.judge(task.executionConfig()), key);
    creation.outcome().ifPresent(made -> made.ring(doorbell, events));
    return creation;
  }
}
