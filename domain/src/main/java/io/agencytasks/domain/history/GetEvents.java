package io.agencytasks.domain.history;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import java.util.Optional;

/** Shows who changed a task, when and why, newest first (NFR-023, NFR-027). */
public final class GetEvents {

  /** Reads a task's events. */
  public interface Store {

    /**
     * One statement, but for a page that outgrows one answer of the database; empty where the owner
     * has no such task.
     */
    Optional<History<TaskEvent>> events(Owner owner, TaskId id, Stretch stretch);
  }

  private final Store events;

  public GetEvents(Store events) {
    this.events = events;
  }

  public Optional<History<TaskEvent>> apply(Owner owner, TaskId id, Stretch stretch) {
    return events.events(owner, id, stretch);
  }
}
