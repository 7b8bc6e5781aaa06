package io.agencytasks.domain.task;

import java.util.Locale;

/** What released the task that an attempt is made at. */
public enum TriggeredBy {
  AUTOMATIC,
  MANUAL,
  SCHEDULE,
  APPROVAL,
  RETRY,
  DEPENDENCY,
  INPUT,
  CALLBACK;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
