package io.agencytasks.domain.listing;

/** Which tasks are wanted, in what order, and which part of them. */
public record TaskQuery(TaskFilter filter, Sort sort, Page page) {

  /** The same with another part of it. */
  public TaskQuery with(Page other) {
    return new TaskQuery(filter, sort, other);
  }
}
