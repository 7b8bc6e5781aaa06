package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task when its attempt was settled.
 *
 * @param runsIn how long until it may run again; null where it does not, or where that is the
 *     sweep's
 * @param unblocks whether other tasks wait for it
 */
public record Settled(
    ExecutionToken token,
    TaskId taskId,
    TaskStatus status,
    @Nullable Duration runsIn,
    boolean unblocks) {}
