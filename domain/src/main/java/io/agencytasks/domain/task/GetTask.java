package io.agencytasks.domain.task;

import java.util.Optional;

/** Shows one task with its latest executions and the message it came from (FR-011, US-014). */
public final class GetTask {

  /** Reads a task, in one statement. */
  public interface Store {
    Optional<TaskDetails> find(Owner owner, TaskId id);
  }

  private final Store tasks;

  public GetTask(Store tasks) {
    this.tasks = tasks;
  }

  public Optional<TaskDetails> apply(Owner owner, TaskId id) {
    return tasks.find(owner, id);
  }
}
