package io.agencytasks.domain.readiness;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/** Says why a task is not running: every reason at once. */
public final class GetReadiness {

  /** Reads how a task stands, in one statement. */
  public interface Store {
    Optional<Found> find(Owner owner, TaskId id);
  }

  /**
   * A task's standing.
   *
   * @param chain the unfinished tasks that it waits for
   */
  public record Found(Standing standing, List<Link> chain) {}

  private final Store tasks;

  public GetReadiness(Store tasks) {
    this.tasks = tasks;
  }

  public Optional<Readiness> apply(Owner owner, TaskId id) {
    return tasks.find(owner, id).map(found -> found.standing().readiness(found.chain()));
  }
}
