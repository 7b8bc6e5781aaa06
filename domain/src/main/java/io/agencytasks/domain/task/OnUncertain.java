package io.agencytasks.domain.task;

import java.util.Locale;

/** What to do when a worker died and its execution may have acted: run again, or ask a person. */
public enum OnUncertain {
  RETRY,
  ASK;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
