package io.agencytasks.domain.task;

import java.util.Locale;

/** Which executor runs a task (FR-001.4). */
public enum TaskType {
  BROWSER_AUTOMATION,
  API_CALL,
  NOTIFICATION,
  REMINDER,
  GHL_ACTION,
  DATA_EXTRACTION,
  REPORT_GENERATION,
  CUSTOM;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
