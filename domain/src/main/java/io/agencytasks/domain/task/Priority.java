package io.agencytasks.domain.task;

import java.util.Locale;

/** How much a task matters, least first (FR-001.5). */
public enum Priority {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** What lists sort by; the column priority_rank repeats it. */
  public int rank() {
    return switch (this) {
      case LOW -> 0;
      case MEDIUM -> 1;
      case HIGH -> 2;
      case CRITICAL -> 3;
    };
  }

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
