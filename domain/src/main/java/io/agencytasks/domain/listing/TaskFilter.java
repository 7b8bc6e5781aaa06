package io.agencytasks.domain.listing;

import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.SourceType;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a task for it to be listed (FR-003.1 to FR-003.10); null asks for nothing.
 *
 * @param statuses one of these, each named once; empty asks for nothing
 * @param scheduledBefore scheduled, and earlier than this
 * @param scheduledAfter scheduled, and later than this
 */
public record TaskFilter(
    List<TaskStatus> statuses,
    @Nullable Priority priority,
    @Nullable Category category,
    @Nullable TaskType taskType,
    @Nullable Boolean assignedToBot,
    @Nullable Boolean requiresHumanReview,
    @Nullable Instant scheduledBefore,
    @Nullable Instant scheduledAfter,
    @Nullable Tag tag,
    @Nullable SourceType sourceType,
    @Nullable Search search) {

  /** Lets every task through. */
  public static final TaskFilter NONE =
      new TaskFilter(List.of(), null, null, null, null, null, null, null, null, null, null);
}
