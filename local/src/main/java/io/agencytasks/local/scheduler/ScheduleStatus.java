package io.agencytasks.local.scheduler;

import java.time.Instant;
import java.util.Optional;

/**
 * A schedule as it stands.
 *
 * @param function what it invokes
 * @param next empty when it is disabled or will not fire again
 * @param firings since the start
 */
public record ScheduleStatus(
    String name, String function, String expression, Optional<Instant> next, long firings) {}
