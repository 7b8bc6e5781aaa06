package io.agencytasks.domain.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as lists show it: all but its three big fields.
 *
 * @param templateId what it was made from; the template may be gone
 * @param occurrenceAt the time of the template's schedule that it was made for
 */
public record TaskSummary(
    TaskId id,
    UUID taskUuid,
    long userId,
    SourceType sourceType,
    @Nullable Long sourceWebhookId,
    @Nullable Long sourceMessageId,
    @Nullable Long conversationId,
    @Nullable Long templateId,
    @Nullable Instant occurrenceAt,
    String title,
    @Nullable String description,
    String category,
    TaskType taskType,
    Priority priority,
    Urgency urgency,
    TaskStatus status,
    @Nullable String statusReason,
    boolean assignedToBot,
    boolean requiresHumanReview,
    @Nullable Long humanReviewedBy,
    @Nullable Instant humanReviewedAt,
    @Nullable Instant reviewDeadline,
    OnReviewExpiry onReviewExpiry,
    @Nullable Instant inputDeadline,
    ExecutionType executionType,
    @Nullable Instant scheduledFor,
    @Nullable Instant deadline,
    List<TaskId> dependsOn,
    @Nullable TaskId blockedBy,
    OnDependencyFailure onDependencyFailure,
    @Nullable String resultSummary,
    @Nullable String lastError,
    int errorCount,
    int maxRetries,
    boolean notifyOnComplete,
    boolean notifyOnFailure,
    @Nullable Json notificationsSent,
    List<String> tags,
    @Nullable Json metadata,
    @Nullable Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
