package io.agencytasks.domain.queue;

/** How many tasks there are of each kind, whatever the filter and limit (FR-009.7). */
public record QueueCounts(long running, long pending, long scheduled) {}
