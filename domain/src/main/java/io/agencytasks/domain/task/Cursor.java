package io.agencytasks.domain.task;

import java.time.Instant;

/** A place in a list that stays put while others insert: just behind this task. */
public record Cursor(Instant createdAt, TaskId id) {}
