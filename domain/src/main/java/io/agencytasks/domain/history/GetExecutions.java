package io.agencytasks.domain.history;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.task.Execution;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import java.util.Optional;

/** Shows a task's attempts, newest first (FR-012, US-010). */
public final class GetExecutions {

  /** Reads a task's attempts. */
  public interface Store {

    /**
     * One statement, but for a page that outgrows one answer of the database; empty where the owner
     * has no such task.
     */
    Optional<History<Execution>> executions(Owner owner, TaskId id, Stretch stretch);
  }

  private final Store attempts;
  private final ArtifactLinks links;

  public GetExecutions(Store attempts, ArtifactLinks links) {
    this.attempts = attempts;
    this.links = links;
  }

  public Optional<History<Execution>> apply(Owner owner, TaskId id, Stretch stretch) {
    return attempts
        .executions(owner, id, stretch)
        .map(
            found ->
                new History<>(
                    found.entries().stream().map(it -> it.linkedBy(links)).toList(),
                    found.total()));
  }
}
