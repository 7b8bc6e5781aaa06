package io.agencytasks.domain.task;

/** Where a task belongs: 1 to 100 characters, not blank (FR-002.3). */
public record Category(String value) {
  public static final Category GENERAL = new Category("general");

  public Category {
    Text.checkNotBlank(value, 100);
  }
}
