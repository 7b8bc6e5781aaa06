package io.agencytasks.domain.task;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates a task after the model of another: its configuration, never its state or history. What
 * needed a review once needs one again (US-013).
 */
public final class CloneTask {

  /** Keeps a new task that another one is the model of, in one statement. */
  public interface Store {

    /**
     * Stores the copy as pending, or only shows it.
     *
     * @param verdicts what the task types say of the configuration that the changes give
     * @param dryRun whether nothing is to be stored
     */
    Once<Creation> copy(
        Owner owner,
        TaskId source,
        TaskPatch changes,
        boolean dryRun,
        Map<TaskType, TypeVerdict> verdicts,
        @Nullable IdempotencyKey key);
  }

  private final Store tasks;
  private final Doorbell doorbell;
  private final EventBell events;
  private final TaskTypes types;

  public CloneTask(Store tasks, Doorbell doorbell, EventBell events, TaskTypes types) {
    this.tasks = tasks;
    this.doorbell = doorbell;
    this.events = events;
    this.types = types;
  }

  public Once<Creation> apply(
      Owner owner, TaskId source, TaskPatch changes, @Nullable IdempotencyKey key) {
    var copy = tasks.copy(owner, source, changes, false, verdicts(changes), key);
    copy.outcome().ifPresent(made -> made.ring(doorbell, events));
    return copy;
  }

  /** What the copy would be. It stores nothing, so a repeat needs no key. */
  public Once<Creation> draft(Owner owner, TaskId source, TaskPatch changes) {
    return tasks.copy(owner, source, changes, true, verdicts(changes), null);
  }

  private Map<TaskType, TypeVerdict> verdicts(TaskPatch changes) {
    return types.judge(changes.executionConfig().given());
  }
}
