package io.agencytasks.domain.task;

/** What a task is called: 1 to 500 characters, not blank (FR-002.1). */
public record Title(String value) {
  public Title {
    Text.checkNotBlank(value, 500);
  }
}
