package io.agencytasks.domain.report;

import java.time.Instant;

/**
 * The time that a report is about.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
public record Span(Instant from, Instant to) {}
