package io.agencytasks.domain.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each task type asks of its configuration. */
public interface TaskTypes {

  /** Every fault of a configuration for this type, by field; empty when it may be stored. */
  List<Fault> check(TaskType type, @Nullable Json config);

  /** What to do when a worker dies while it runs this checked configuration. */
  OnUncertain onUncertain(TaskType type, @Nullable Json config);
}
