package io.agencytasks.domain.template;

import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import org.jspecify.annotations.Nullable;

/**
 * The part of a task that a template holds, with all that its configuration says, so that making a
 * task from it asks no task type again.
 *
 * @param onUncertain what to do when a worker dies while it runs the configuration, if it has one
 */
public record CheckedTask(TaskPatch task, @Nullable OnUncertain onUncertain) {

  public static CheckedTask of(TaskPatch task, TaskTypes types) {
    return task.taskType() instanceof Patch.Set<TaskType>(var type)
            && task.executionConfig() instanceof Patch.Set<Json>(var config)
        ? new CheckedTask(task, types.onUncertain(type, config))
        : new CheckedTask(task, null);
  }
}
