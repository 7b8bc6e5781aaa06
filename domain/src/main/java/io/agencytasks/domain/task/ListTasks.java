package io.agencytasks.domain.task;

/** Shows an owner's tasks page by page (FR-003, US-002). */
public final class ListTasks {
  private final TaskStore tasks;

  public ListTasks(TaskStore tasks) {
    this.tasks = tasks;
  }

  public TaskList apply(Owner owner, Page page) {
    return tasks.list(owner, page);
  }
}
