package io.agencytasks.domain.readiness;

import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.util.List;

/**
 * An unfinished task that another one waits for, directly or through others.
 *
 * @param dependsOn the unfinished tasks that it waits for itself
 */
public record Link(TaskId id, TaskStatus status, List<TaskId> dependsOn) {}
