package io.agencytasks.domain.task;

import java.util.Locale;

/** What starts a task: its creation, a person, or its time (FR-001.9). */
public enum ExecutionType {
  AUTOMATIC,
  MANUAL_TRIGGER,
  SCHEDULED;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
