package io.agencytasks.domain.task;

import java.util.Locale;

/** What becomes of a task whose review did not come in time. */
public enum OnReviewExpiry {
  HOLD,
  REJECT,
  ESCALATE;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
