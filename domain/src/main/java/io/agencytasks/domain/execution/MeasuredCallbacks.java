package io.agencytasks.domain.execution;

import io.agencytasks.domain.execution.Callback.OnTheWay;
import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Optional;

/** Tells how executions end by callback, in the numbers of those that their workers end. */
public record MeasuredCallbacks(TakeCallback.Store store, Metrics metrics)
    implements TakeCallback.Store {

  @Override
  public Optional<TaskId> note(CallbackToken token, OnTheWay progress) {
    return store.note(token, progress);
  }

  @Override
  public Optional<Settled> settle(CallbackToken token, Outcome outcome) {
    var settled = store.settle(token, outcome);
    settled.ifPresent(task -> tell(outcome.status(), task.status()));
    return settled;
  }

  private void tell(ExecutionStatus ended, TaskStatus next) {
    var told = new ArrayList<Measurement>();
    if (ended == ExecutionStatus.SUCCEEDED) {
      told.add(Metric.SUCCEEDED.of(1));
    }
    if (ended == ExecutionStatus.FAILED) {
      told.add(Metric.FAILED.of(1));
    }
    if (next == TaskStatus.PENDING) {
      told.add(Metric.RETRIED.of(1));
    }
    metrics.tell(told);
  }
}
