package io.agencytasks.functions.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.template.CheckedTask;
import org.jspecify.annotations.Nullable;

/** What a template holds, as the document that a task starts from. */
record CheckedTaskRow(
    @JsonUnwrapped TaskPatch task,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OnUncertain onUncertain) {

  static CheckedTaskRow of(CheckedTask checked) {
    return new CheckedTaskRow(checked.task(), checked.onUncertain());
  }
}
