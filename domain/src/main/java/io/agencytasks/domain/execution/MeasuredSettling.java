package io.agencytasks.domain.execution;

import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.TaskStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how executions end, and what comes of it. */
public record MeasuredSettling(SettleExecutions.Store store, Metrics metrics)
    implements SettleExecutions.Store {
  private static final Set<ExecutionStatus> FAILED =
      Set.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT);

  @Override
  public List<Settled> settle(List<Ending> endings) {
    var settled = store.settle(endings);
    var own = settled.stream().map(Settled::token).collect(Collectors.toSet());
    var ended = endings.stream().filter(it -> own.contains(it.execution().token())).toList();
    metrics.tell(
        Stream.of(
                count(Metric.SUCCEEDED, ended.stream().filter(MeasuredSettling::succeeded)),
                count(Metric.FAILED, ended.stream().filter(it -> FAILED.contains(it.status()))),
                count(
                    Metric.RETRIED,
                    settled.stream().filter(it -> it.status() == TaskStatus.PENDING)),
                Metric.SETTLES_REFUSED.of(endings.size() - ended.size()))
            .filter(it -> it.value() > 0)
            .toList());
    return settled;
  }

  private static boolean succeeded(Ending ending) {
    return ending.status() == ExecutionStatus.SUCCEEDED;
  }

  private static Measurement count(Metric metric, Stream<?> those) {
    return metric.of((double) those.count());
  }
}
