package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.util.List;

/** Stands in for a type that nobody runs yet: its tasks can be kept, but an attempt gives up. */
record MissingExecutor(TaskType type) implements TaskExecutor {

  @Override
  public List<Fault> check(Json config) {
    return List.of();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return OnUncertain.ASK;
  }

  @Override
  public Duration timeout(Json config) {
    return Duration.ofSeconds(1);
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) {
    return new Outcome.GiveUp(
        new Failure("NO_EXECUTOR", "Nothing here runs tasks of type %s yet.".formatted(type)));
  }
}
