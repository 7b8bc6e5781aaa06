package io.agencytasks.domain.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task, as its history shows it (FR-012.6).
 *
 * @param duration milliseconds from start to end
 */
public record Execution(
    long id,
    TaskId taskId,
    UUID executionUuid,
    int attemptNumber,
    ExecutionStatus status,
    TriggeredBy triggeredBy,
    @Nullable Long triggeredByUserId,
    @Nullable String browserSessionId,
    @Nullable String debugUrl,
    @Nullable String recordingUrl,
    int stepsTotal,
    int stepsCompleted,
    @Nullable String currentStep,
    @Nullable Json stepResults,
    @Nullable Json output,
    @Nullable Json logs,
    @Nullable Json screenshots,
    @Nullable String error,
    @Nullable String errorCode,
    @Nullable String errorStack,
    @Nullable Integer duration,
    @Nullable Json resourceUsage,
    Instant startedAt,
    @Nullable Instant completedAt,
    Instant createdAt) {}
