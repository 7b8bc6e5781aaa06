package io.agencytasks.domain.task;

import java.time.Duration;

/**
 * A task whose time comes.
 *
 * @param in how long until then
 */
public record Due(TaskId task, Lane lane, Duration in) {}
