package io.agencytasks.domain.readiness;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a task may start, and all that stands in its way.
 *
 * @param ready whether it may start now as far as it is concerned; others may go first
 * @param queuePosition 1 for the next to start; null for a task that is not ready
 * @param estimatedStart null for a task that is not ready, and where nothing started lately
 */
public record Readiness(
    boolean ready,
    List<Reason> reasons,
    @Nullable Long queuePosition,
    @Nullable Instant estimatedStart) {}
