package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskPatch;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patch as one document in the database's names: what is kept is left out, what is cleared is
 * null.
 */
final class TaskPatchRow {
  private TaskPatchRow() {}

  static String of(TaskPatch patch) {
    return TaskRows.write(row(patch));
  }

  /** An update's, which may set the status besides. */
  static String of(Action.Update update) {
    var row = row(update.patch());
    update.status().ifPresent(status -> row.put("status", status));
    update.statusReason().ifPresent(reason -> row.put("status_reason", reason.value()));
    return TaskRows.write(row);
  }

  private static Map<String, @Nullable Object> row(TaskPatch patch) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    put(row, "title", patch.title());
    put(row, "description", patch.description());
    put(row, "category", patch.category());
    put(row, "task_type", patch.taskType());
    put(row, "priority", patch.priority());
    put(row, "urgency", patch.urgency());
    put(row, "assigned_to_bot", patch.assignedToBot());
    put(row, "requires_human_review", patch.requiresHumanReview());
    put(row, "review_deadline", patch.reviewDeadline());
    put(row, "on_review_expiry", patch.onReviewExpiry());
    put(row, "execution_type", patch.executionType());
    put(row, "execution_config", patch.executionConfig());
    put(row, "scheduled_for", patch.scheduledFor());
    put(row, "deadline", patch.deadline());
    put(row, "depends_on", patch.dependsOn());
    put(row, "on_dependency_failure", patch.onDependencyFailure());
    put(row, "tags", patch.tags());
    put(row, "metadata", patch.metadata());
    put(row, "max_retries", patch.maxRetries());
    put(row, "notify_on_complete", patch.notifyOnComplete());
    put(row, "notify_on_failure", patch.notifyOnFailure());
    return row;
  }

  private static <T> void put(Map<String, @Nullable Object> row, String name, Patch<T> patch) {
    if (patch.isGiven()) {
      row.put(name, patch.given());
    }
  }
}
