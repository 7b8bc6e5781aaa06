package io.agencytasks.domain.task;

import io.agencytasks.domain.artifact.ArtifactLinks;
import java.util.Optional;

/** Shows one task with its latest executions and the message it came from (FR-011, US-014). */
public final class GetTask {

  /** Reads a task, in one statement. */
  public interface Store {
    Optional<TaskDetails> find(Owner owner, TaskId id);
  }

  private final Store tasks;
  private final ArtifactLinks links;

  public GetTask(Store tasks, ArtifactLinks links) {
    this.tasks = tasks;
    this.links = links;
  }

  public Optional<TaskDetails> apply(Owner owner, TaskId id) {
    return tasks.find(owner, id).map(details -> details.linkedBy(links));
  }
}
