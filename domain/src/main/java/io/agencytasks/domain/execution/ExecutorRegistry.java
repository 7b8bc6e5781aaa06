package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The executors that are there, by the type of task that each of them runs. */
public final class ExecutorRegistry implements TaskTypes {
  private static final Json NO_CONFIG = new Json("{}");

  private final Map<TaskType, TaskExecutor> byType = new EnumMap<>(TaskType.class);

  public ExecutorRegistry(Collection<TaskExecutor> executors) {
    executors.forEach(executor -> byType.put(executor.type(), executor));
  }

  TaskExecutor of(TaskType type) {
    return byType.getOrDefault(type, new MissingExecutor(type));
  }

  @Override
  public List<Fault> check(TaskType type, @Nullable Json config) {
    return of(type).check(orEmpty(config));
  }

  @Override
  public OnUncertain onUncertain(TaskType type, @Nullable Json config) {
    return of(type).onUncertain(orEmpty(config));
  }

  private static Json orEmpty(@Nullable Json config) {
    return config == null ? NO_CONFIG : config;
  }
}
