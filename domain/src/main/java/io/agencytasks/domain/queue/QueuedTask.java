package io.agencytasks.domain.queue;

import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskSummary;
import org.jspecify.annotations.Nullable;

/**
 * A task with its place in the queue.
 *
 * @param position 1 for the next of its owner's tasks to start in its lane (FR-009.5); null for one
 *     that may not start now
 */
public record QueuedTask(TaskSummary task, @Nullable Long position) {

  public boolean isRunning() {
    return task.status() == TaskStatus.IN_PROGRESS;
  }
}
