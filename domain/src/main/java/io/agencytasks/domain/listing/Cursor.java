package io.agencytasks.domain.listing;

import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskSummary;
import java.util.Optional;

/**
 * A place in a list that stays put while others insert: just behind this task.
 *
 * @param sort the order that it is a place in
 * @param key where the task stands in it, as {@link SortBy#key} has it
 */
public record Cursor(Sort sort, Optional<String> key, TaskId id) {

  public static Cursor behind(TaskSummary task, Sort sort) {
    return new Cursor(sort, sort.by().key(task), task.id());
  }
}
