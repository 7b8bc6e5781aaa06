package io.agencytasks.domain.task;

import java.util.Locale;

/** A queue with a function of its own, so that slow browsers never hold up the rest. */
public enum Lane {
  STANDARD,
  BROWSER;

  public static Lane of(TaskType type) {
    return type == TaskType.BROWSER_AUTOMATION ? BROWSER : STANDARD;
  }

  /** The name in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
