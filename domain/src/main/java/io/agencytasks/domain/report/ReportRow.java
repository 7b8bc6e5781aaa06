package io.agencytasks.domain.report;

import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a report. */
public sealed interface ReportRow {

  /** Rows come in the order of this, and those of one moment by {@link #id}. */
  Instant at();

  /** Of the task, the execution or the event: whatever the row is about. */
  long id();

  /**
   * A task as it stands.
   *
   * @param at when it was created
   * @param attempts how many executions it has had
   */
  record TaskRow(
      long id,
      Instant at,
      String title,
      TaskType taskType,
      TaskStatus status,
      Priority priority,
      String category,
      List<String> tags,
      @Nullable Instant startedAt,
      @Nullable Instant completedAt,
      int attempts,
      @Nullable String lastError)
      implements ReportRow {}

  /**
   * An attempt at a task.
   *
   * @param at when it was started
   * @param duration milliseconds from start to end
   */
  record ExecutionRow(
      long id,
      Instant at,
      long taskId,
      String title,
      int attempt,
      ExecutionStatus status,
      TriggeredBy triggeredBy,
      @Nullable Instant completedAt,
      @Nullable Integer duration,
      @Nullable String errorCode,
      @Nullable String error)
      implements ReportRow {}

  /**
   * A decision on a review.
   *
   * @param at when it was made
   * @param title what the task was called then
   * @param decidedBy nobody where a deadline passed
   * @param contentHash of what was decided on (SHA-256 of title, type and configuration)
   */
  record ReviewRow(
      long id,
      Instant at,
      long taskId,
      String title,
      Decision decision,
      @Nullable String decidedBy,
      @Nullable String notes,
      @Nullable String contentHash)
      implements ReportRow {}
}
