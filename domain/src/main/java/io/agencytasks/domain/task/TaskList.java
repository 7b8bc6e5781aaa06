package io.agencytasks.domain.task;

import java.util.List;
import java.util.Optional;

/**
 * A page of tasks.
 *
 * @param total how many there are in all (FR-003.15)
 * @param next where the next page begins, if there is more
 */
public record TaskList(List<TaskSummary> tasks, long total, Optional<Cursor> next) {}
