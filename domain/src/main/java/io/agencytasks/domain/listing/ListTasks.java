package io.agencytasks.domain.listing;

import io.agencytasks.domain.task.Owner;

/** Shows an owner's tasks page by page (FR-003, US-002). */
public final class ListTasks {

  /** Reads a page of tasks. */
  public interface Store {

    /** One statement, but for a page that outgrows one answer of the database. */
    TaskList list(Owner owner, TaskQuery query);
  }

  private final Store tasks;

  public ListTasks(Store tasks) {
    this.tasks = tasks;
  }

  public TaskList apply(Owner owner, TaskQuery query) {
    return tasks.list(owner, query);
  }
}
