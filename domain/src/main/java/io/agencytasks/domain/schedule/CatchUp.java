package io.agencytasks.domain.schedule;

import java.util.Locale;

/** What becomes of occurrences that were missed. */
public enum CatchUp {
  /** Nothing. */
  NONE,
  /** One task stands for all of them, that of the last. */
  ONE;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
