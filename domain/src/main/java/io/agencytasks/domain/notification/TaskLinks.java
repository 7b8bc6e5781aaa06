package io.agencytasks.domain.notification;

import io.agencytasks.domain.task.TaskId;

/**
 * Where people look at their tasks.
 *
 * @param base an absolute URL; a task is below it
 */
public record TaskLinks(String base) {

  public String to(TaskId task) {
    return "%s/tasks/%d".formatted(base, task.value());
  }
}
