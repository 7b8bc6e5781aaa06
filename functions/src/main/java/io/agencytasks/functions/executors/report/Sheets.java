package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.Decision;
import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.report.ReportRow.ExecutionRow;
import io.agencytasks.domain.report.ReportRow.ReviewRow;
import io.agencytasks.domain.report.ReportRow.TaskRow;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import io.agencytasks.functions.executors.report.Cell.Count;
import io.agencytasks.functions.executors.report.Cell.Labels;
import io.agencytasks.functions.executors.report.Cell.Moment;
import io.agencytasks.functions.executors.report.Sheet.Column;
import io.agencytasks.functions.executors.report.Sheet.Grouping;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three sheets that there are. */
final class Sheets {
  private static final Sheet<TaskRow> TASKS =
      new Sheet<>(
          "Task summary",
          "task",
          "tasks",
          TaskRow.class,
          List.of(
              new Column<>("id", "Task", 6, row -> new Count(row.id())),
              new Column<>("title", "Title", 24, row -> Cell.text(row.title())),
              new Column<>("taskType", "Type", 13, row -> Cell.name(row.taskType())),
              new Column<>("status", "Status", 9, row -> Cell.state(row.status())),
              new Column<>("priority", "Priority", 7, row -> Cell.state(row.priority())),
              new Column<>("category", "Category", 9, row -> Cell.text(row.category())),
              new Column<>("tags", "Tags", 10, row -> new Labels(row.tags())),
              new Column<>("createdAt", "Created", 12, row -> new Moment(row.at())),
              new Column<>("startedAt", "Started", 12, row -> Cell.moment(row.startedAt())),
              new Column<>("completedAt", "Completed", 12, row -> Cell.moment(row.completedAt())),
              new Column<>("durationMs", "Took", 7, row -> Cell.took(duration(row))),
              new Column<>("attempts", "Attempts", 6, row -> new Count(row.attempts())),
              new Column<>("lastError", "Last error", 18, row -> Cell.text(row.lastError()))),
          List.of(
              Grouping.by("byStatus", "By status", TaskStatus.class, TaskRow::status),
              Grouping.by("byPriority", "By priority", Priority.class, TaskRow::priority),
              Grouping.by("byTaskType", "By type", TaskType.class, TaskRow::taskType)));

  private static final Sheet<ExecutionRow> EXECUTIONS =
      new Sheet<>(
          "Execution log",
          "execution",
          "executions",
          ExecutionRow.class,
          List.of(
              new Column<>("id", "Execution", 7, row -> new Count(row.id())),
              new Column<>("taskId", "Task", 6, row -> new Count(row.taskId())),
              new Column<>("title", "Title", 26, row -> Cell.text(row.title())),
              new Column<>("attempt", "Attempt", 6, row -> new Count(row.attempt())),
              new Column<>("triggeredBy", "Started by", 9, row -> Cell.name(row.triggeredBy())),
              new Column<>("startedAt", "Started", 12, row -> new Moment(row.at())),
              new Column<>("endedAt", "Ended", 12, row -> Cell.moment(row.completedAt())),
              new Column<>("durationMs", "Took", 7, row -> Cell.took(millis(row.duration()))),
              new Column<>("status", "Status", 9, row -> Cell.state(row.status())),
              new Column<>("errorCode", "Error", 14, row -> Cell.text(row.errorCode())),
              new Column<>("error", "What went wrong", 26, row -> Cell.text(row.error()))),
          List.of(
              Grouping.by("byStatus", "By status", ExecutionStatus.class, ExecutionRow::status),
              Grouping.by(
                  "byTrigger",
                  "By what started them",
                  TriggeredBy.class,
                  ExecutionRow::triggeredBy)));

  private static final Sheet<ReviewRow> REVIEWS =
      new Sheet<>(
          "Review evidence",
          "decision",
          "decisions",
          ReviewRow.class,
          List.of(
              new Column<>("id", "Event", 7, row -> new Count(row.id())),
              new Column<>("taskId", "Task", 6, row -> new Count(row.taskId())),
              new Column<>("title", "Title at that time", 26, row -> Cell.text(row.title())),
              new Column<>("decision", "Decision", 9, row -> Cell.state(row.decision())),
              new Column<>("decidedBy", "By", 16, row -> Cell.text(row.decidedBy())),
              new Column<>("decidedAt", "When", 12, row -> new Moment(row.at())),
              new Column<>("notes", "Notes", 30, row -> Cell.text(row.notes())),
              new Column<>("contentHash", "Content hash", 24, row -> Cell.text(row.contentHash()))),
          List.of(Grouping.by("byDecision", "By decision", Decision.class, ReviewRow::decision)));

  private Sheets() {}

  static Sheet<?> of(ReportKind kind) {
    return switch (kind) {
      case TASK_SUMMARY -> TASKS;
      case EXECUTION_LOG -> EXECUTIONS;
      case REVIEW_EVIDENCE -> REVIEWS;
    };
  }

  private static @Nullable Long duration(TaskRow row) {
    return row.startedAt() == null || row.completedAt() == null
        ? null
        : Duration.between(row.startedAt(), row.completedAt()).toMillis();
  }

  private static @Nullable Long millis(@Nullable Integer duration) {
    return duration == null ? null : duration.longValue();
  }
}
