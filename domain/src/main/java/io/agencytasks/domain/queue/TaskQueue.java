package io.agencytasks.domain.queue;

import java.util.List;

/**
 * The head of an owner's queue.
 *
 * @param tasks the highest priority first, then the newest (FR-009.6); fewer than were asked for
 *     where they are too big for one answer of the API
 */
public record TaskQueue(List<QueuedTask> tasks, QueueCounts counts) {}
