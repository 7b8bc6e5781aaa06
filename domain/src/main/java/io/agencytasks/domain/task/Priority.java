package io.agencytasks.domain.task;

import java.util.Locale;

/** How much a task matters, least first (FR-001.5). */
public enum Priority {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
