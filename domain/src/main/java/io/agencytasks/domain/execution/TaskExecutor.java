package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.util.List;

/** Does the work of one task type. Stateless: one instance runs many executions at once. */
public interface TaskExecutor {

  TaskType type();

  /** Every fault of a configuration, by field; empty when it may run. Asked before it is stored. */
  List<Fault> check(Json config);

  /** What to do if a worker dies while it runs this checked configuration. */
  OnUncertain onUncertain(Json config);

  /** How long one attempt with this checked configuration may take. */
  Duration timeout(Json config);

  /**
   * Makes one attempt. Its thread is interrupted when the time is over or a person cancels; it then
   * leaves quickly. What it throws is a bug, and counts as {@link Outcome.Retry}.
   *
   * @param records where it writes down what it does, and leaves what its result cannot hold
   */
  Outcome run(ClaimedExecution execution, Records records) throws InterruptedException;
}
