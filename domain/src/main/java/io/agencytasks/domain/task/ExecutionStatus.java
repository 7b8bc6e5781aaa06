package io.agencytasks.domain.task;

import java.util.Locale;

/** How an attempt stands. */
public enum ExecutionStatus {
  STARTED,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  CANCELLED,
  LOST,
  WAITING_INPUT;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
