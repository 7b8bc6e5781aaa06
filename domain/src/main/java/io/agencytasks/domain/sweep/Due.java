package io.agencytasks.domain.sweep;

import io.agencytasks.domain.task.TaskId;
import java.time.Duration;

/**
 * A task released ahead of its time.
 *
 * @param in how long until it may run
 */
public record Due(TaskId task, Duration in) {}
