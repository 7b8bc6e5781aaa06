package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a statement must know of each task type, as it may find any of them on a task. */
record TypesRow(Lane lane, OnUncertain onUncertain, List<Fault> faults) {

  /** The document bound as {@code :types}: {@code {"api_call": {"lane": …}, …}}. */
  static String of(Map<TaskType, TypeVerdict> verdicts) {
    return TaskRows.write(
        verdicts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    type -> type.getKey().toString(),
                    type -> row(type.getKey(), type.getValue()))));
  }

  private static TypesRow row(TaskType type, TypeVerdict verdict) {
    return new TypesRow(Lane.of(type), verdict.onUncertain(), verdict.faults());
  }
}
