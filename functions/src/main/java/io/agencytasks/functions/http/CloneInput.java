package io.agencytasks.functions.http;

import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskTypes;

/**
 * What a copy of a task shall have otherwise than the task itself (US-013).
 *
 * @param dryRun whether to show it only
 */
record CloneInput(TaskPatch changes, boolean dryRun) {

  static CloneInput read(Fields in, TaskTypes types) {
    var dryRun = in.optional("dryRun", Decoders.BOOLEAN, false);
    var changes = TaskPatchInput.read(in, types);
    in.end();
    return new CloneInput(changes.get(), dryRun.get());
  }
}
