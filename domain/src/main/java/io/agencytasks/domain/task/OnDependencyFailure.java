package io.agencytasks.domain.task;

import java.util.Locale;

/** What becomes of a task when one that it depends on fails or is cancelled. */
public enum OnDependencyFailure {
  BLOCK,
  CANCEL,
  RUN;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
