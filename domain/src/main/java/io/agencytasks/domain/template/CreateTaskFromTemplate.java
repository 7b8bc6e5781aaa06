package io.agencytasks.domain.template;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.TypeVerdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a task from a template and what the caller says besides (G7). */
public final class CreateTaskFromTemplate {

  /** Keeps a new task that a template is the start of, in one statement. */
  public interface Store {

    /**
     * Stores the task as pending.
     *
     * @param verdicts what the task types say of the configuration that the changes give
     */
    Once<Creation> instantiate(
        Owner owner,
        TemplateId template,
        TaskPatch changes,
        Map<TaskType, TypeVerdict> verdicts,
        @Nullable IdempotencyKey key);
  }

  private final Store tasks;
  private final Doorbell doorbell;
  private final EventBell events;
  private final TaskTypes types;

  public CreateTaskFromTemplate(Store tasks, Doorbell doorbell, EventBell events, TaskTypes types) {
    this.tasks = tasks;
    this.doorbell = doorbell;
    this.events = events;
    this.types = types;
  }

  public Once<Creation> apply(
      Owner owner, TemplateId template, TaskPatch changes, @Nullable IdempotencyKey key) {
    var verdicts = types.judge(changes.executionConfig().given());
    var creation = tasks.instantiate(owner, template, changes, verdicts, key);
    creation.outcome().ifPresent(made -> made.ring(doorbell, events));
    return creation;
  }
}
