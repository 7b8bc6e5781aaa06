package io.agencytasks.domain.report;

import java.util.Locale;

/** What became of a review. */
public enum Decision {
  /** A person let the task run. */
  APPROVED,
  /** A person cancelled it. */
  REJECTED,
  /** What had been approved was changed: the approval holds no longer. */
  REOPENED,
  /** Nobody decided by the deadline, and what was to happen then has happened. */
  OVERDUE;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
