package io.agencytasks.domain.bus;

import io.agencytasks.domain.task.Json;
import java.time.Instant;

/**
 * An event that waits in the outbox.
 *
 * @param id its place in the outbox; listeners know it by the id in its detail
 * @param type as listeners call it: {@code TaskCompleted}
 */
public record OutgoingEvent(long id, String type, Instant occurredAt, Json detail) {}
