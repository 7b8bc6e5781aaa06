package io.agencytasks.domain.task;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each task type asks of its configuration. */
public interface TaskTypes {

  /** Every fault of a configuration for this type, by field; empty when it may be stored. */
  List<Fault> check(TaskType type, @Nullable Json config);

  /** What to do when a worker dies while it runs this checked configuration. */
  OnUncertain onUncertain(TaskType type, @Nullable Json config);

  /**
   * What every type says of a configuration. For a change that does not name the task's type: only
   * the statement that makes it knows the type, and picks its verdict.
   */
  default Map<TaskType, TypeVerdict> judge(@Nullable Json config) {
    var verdicts = new EnumMap<TaskType, TypeVerdict>(TaskType.class);
    for (var type : TaskType.values()) {
      var faults = check(type, config);
      // Asked of a faulty configuration, a type might break over it.
      var onUncertain = faults.isEmpty() ? onUncertain(type, config) : OnUncertain.ASK;
      verdicts.put(type, new TypeVerdict(faults, onUncertain));
    }
    return verdicts;
  }
}
