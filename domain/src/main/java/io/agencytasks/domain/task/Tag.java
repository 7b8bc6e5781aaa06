package io.agencytasks.domain.task;

/** A label on a task: 1 to 50 characters, not blank (FR-001.14). */
public record Tag(String value) {
  public Tag {
    Text.checkNotBlank(value, 50);
  }
}
