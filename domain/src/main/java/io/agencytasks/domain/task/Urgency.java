package io.agencytasks.domain.task;

import java.util.Locale;

/** How soon a task is wanted, latest first (FR-001.6). */
public enum Urgency {
  NORMAL,
  SOON,
  URGENT,
  IMMEDIATE;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
