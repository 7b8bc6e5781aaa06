package io.agencytasks.domain.queue;

import java.util.List;

/** The head of an owner's queue, the highest priority first, then the newest (FR-009.6). */
public record TaskQueue(List<QueuedTask> tasks, QueueCounts counts) {}
