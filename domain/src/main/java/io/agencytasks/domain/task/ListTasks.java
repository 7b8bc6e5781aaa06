package io.agencytasks.domain.task;

/** Shows an owner's tasks page by page (FR-003, US-002). */
public final class ListTasks {

  /** Reads a page of tasks. */
  public interface Store {

    /** One statement, but for a page that outgrows one answer of the database. */
    TaskList list(Owner owner, Page page);
  }

  private final Store tasks;

  public ListTasks(Store tasks) {
    this.tasks = tasks;
  }

  public TaskList apply(Owner owner, Page page) {
    return tasks.list(owner, page);
  }
}
