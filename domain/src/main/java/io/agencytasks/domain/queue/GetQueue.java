package io.agencytasks.domain.queue;

import io.agencytasks.domain.task.Owner;

/** Shows what is running and what waits (FR-009, US-007). */
public final class GetQueue {

  /** Reads the queue. */
  public interface Store {

    /**
     * One statement, but for a page that outgrows one answer of the database.
     *
     * @param limit 1 to 100 (FR-009.2)
     */
    TaskQueue queue(Owner owner, QueueFilter filter, int limit);
  }

  private final Store tasks;

  public GetQueue(Store tasks) {
    this.tasks = tasks;
  }

  public TaskQueue apply(Owner owner, QueueFilter filter, int limit) {
    return tasks.queue(owner, filter, limit);
  }
}
