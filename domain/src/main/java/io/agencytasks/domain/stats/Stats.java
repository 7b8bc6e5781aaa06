package io.agencytasks.domain.stats;

import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import java.util.Map;

/**
 * How an owner's tasks stand at this moment.
 *
 * @param byStatus every status, those of no task too (FR-010.1)
 * @param byPriority every priority, those of no task too (FR-010.2)
 * @param pendingReview to be reviewed, and not final (FR-010.3)
 * @param overdue past the deadline, and not final (FR-010.4)
 * @param scheduledToday scheduled for some time today, done or not (FR-010.5)
 */
public record Stats(
    Map<TaskStatus, Long> byStatus,
    Map<Priority, Long> byPriority,
    long pendingReview,
    long overdue,
    long scheduledToday,
    long total) {}
