package io.agencytasks.functions.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agencytasks.domain.task.NewTask;

/** A new task as the one document that its insert reads. */
record NewTaskRow(@JsonUnwrapped NewTask task, boolean releasedAtCreation) {

  static NewTaskRow of(NewTask task) {
    return new NewTaskRow(task, task.releasedAtCreation());
  }
}
