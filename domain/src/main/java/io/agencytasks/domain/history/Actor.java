package io.agencytasks.domain.history;

import java.util.Locale;

/** Who or what changed a task. */
public enum Actor {
  USER,
  ENGINE,
  SWEEP,
  DEPENDENCY,
  CALLBACK,
  WEBHOOK;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
