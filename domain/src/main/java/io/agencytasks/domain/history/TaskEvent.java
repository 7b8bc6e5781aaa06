package io.agencytasks.domain.history;

import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a task, as the audit trail keeps it (NFR-023, NFR-027).
 *
 * @param actorUserId the person, where a person did it
 * @param fromStatus null for the creation
 * @param changes what changed beside the status: {@code {field: {before, after}}}
 */
public record TaskEvent(
    long id,
    TaskId taskId,
    Actor actor,
    @Nullable Long actorUserId,
    @Nullable TaskStatus fromStatus,
    TaskStatus toStatus,
    @Nullable String reason,
    @Nullable Json changes,
    Instant occurredAt) {}
