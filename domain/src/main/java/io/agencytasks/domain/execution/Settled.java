package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a task when its attempt was settled.
 *
 * @param runsIn how long until it may run again; null where it does not, or where that is the
 *     sweep's
 * @param unblocks tasks that may have waited for it, the first few; empty where it is not over
 */
public record Settled(
    ExecutionToken token,
    TaskId taskId,
    Lane lane,
    TaskStatus status,
    @Nullable Duration runsIn,
    List<Bell> unblocks) {

  /** The task with its time, where it runs again. */
  Stream<Due> due() {
    return runsIn == null ? Stream.empty() : Stream.of(new Due(taskId, lane, runsIn));
  }

  /** Whether others are told: of all but what is tried again or still goes on. */
  boolean announces() {
    return status != TaskStatus.PENDING && status != TaskStatus.IN_PROGRESS;
  }
}
