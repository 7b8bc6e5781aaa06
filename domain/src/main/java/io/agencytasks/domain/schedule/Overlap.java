package io.agencytasks.domain.schedule;

import java.util.Locale;

/** What becomes of an occurrence whose forerunner's task has not come to an end. */
public enum Overlap {
  /** There is no task for it. */
  SKIP,
  /** Its task waits for the earlier one, however that ends. */
  QUEUE;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
