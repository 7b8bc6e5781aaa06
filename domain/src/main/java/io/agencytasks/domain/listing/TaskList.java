package io.agencytasks.domain.listing;

import io.agencytasks.domain.task.TaskSummary;
import java.util.List;
import java.util.Optional;

/**
 * A page of tasks: fewer than asked for where there are no more, or where more would outgrow what
 * an answer may hold.
 *
 * @param total how many there are in all (FR-003.15)
 * @param next where the next page begins, if there is more
 */
public record TaskList(List<TaskSummary> tasks, long total, Optional<Cursor> next) {}
