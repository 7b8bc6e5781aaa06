package io.agencytasks.domain.change;

import io.agencytasks.domain.task.TaskId;
import java.util.List;

/**
 * Which tasks are to be changed, and how much is wanted back.
 *
 * @param whole whether the tasks are wanted as they are afterwards
 * @param dryRun whether only to say what would become of each
 */
public record Selection(List<TaskId> ids, IfMatch ifMatch, boolean whole, boolean dryRun) {

  static Selection one(TaskId id, IfMatch ifMatch) {
    return new Selection(List.of(id), ifMatch, true, false);
  }

  static Selection all(List<TaskId> ids, boolean dryRun) {
    return new Selection(ids, IfMatch.ANY, false, dryRun);
  }
}
