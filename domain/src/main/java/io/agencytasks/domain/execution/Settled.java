package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task when its attempt was settled.
 *
 * @param runsIn how long until it may run again; null where it does not
 * @param unblocks tasks that may have waited for it, the first few; empty where it is not over
 */
public record Settled(
    ExecutionToken token,
    TaskId taskId,
    TaskStatus status,
    @Nullable Duration runsIn,
    List<TaskId> unblocks) {

  /** Whether others are told: of all but what is tried again. */
  boolean announces() {
    return status != TaskStatus.PENDING;
  }
}
