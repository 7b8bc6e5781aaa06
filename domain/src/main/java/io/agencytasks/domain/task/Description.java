package io.agencytasks.domain.task;

/** What a task is about: at most 5000 characters (FR-002.2). */
public record Description(String value) {
  public Description {
    Text.check(value, 0, 5000);
  }
}
