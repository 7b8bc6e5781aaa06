package io.agencytasks.domain.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a task is created from (FR-001): every field checked, every default filled in. */
public record NewTask(
    Title title,
    @Nullable Description description,
    Category category,
    TaskType taskType,
    Priority priority,
    Urgency urgency,
    boolean assignedToBot,
    boolean requiresHumanReview,
    @Nullable Instant reviewDeadline,
    OnReviewExpiry onReviewExpiry,
    ExecutionType executionType,
    @Nullable Json executionConfig,
    @Nullable Instant scheduledFor,
    @Nullable Instant deadline,
    List<TaskId> dependsOn,
    OnDependencyFailure onDependencyFailure,
    List<Tag> tags,
    @Nullable Json metadata,
    int maxRetries,
    boolean notifyOnComplete,
    boolean notifyOnFailure) {}
