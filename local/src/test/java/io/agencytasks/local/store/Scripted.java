package io.agencytasks.local.store;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor that does with each task what its title asks for, and is done with all others. */
final class Scripted implements TaskExecutor {

  /** What an attempt does. */
  interface Script {
    Outcome run() throws InterruptedException;
  }

  private final Map<String, Script> scripts = new HashMap<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private Duration timeout = Duration.ofSeconds(30);

  Scripted on(String title, Script script) {
    scripts.put(title, script);
    return this;
  }

  Scripted within(Duration time) {
    timeout = time;
    return this;
  }

  /** How many attempts there were at the most at one time. */
  int mostRunning() {
    return mostRunning.get();
  }

  @Override
  public TaskType type() {
    return TaskType.API_CALL;
  }

  @Override
  public List<Fault> check(Json config) {
    return List.of();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return OnUncertain.RETRY;
  }

  @Override
  public Duration timeout(Json config) {
    return timeout;
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      return scripts.getOrDefault(execution.title(), () -> AWorker.DONE).run();
    } finally {
      running.decrementAndGet();
    }
  }
}
