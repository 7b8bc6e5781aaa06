package io.agencytasks.domain.task;

import java.util.Locale;

/** Where a task came from (FR-001.16). */
public enum SourceType {
  MANUAL,
  WEBHOOK_SMS,
  WEBHOOK_EMAIL,
  WEBHOOK_CUSTOM,
  CONVERSATION,
  SCHEDULED,
  TEMPLATE,
  CLONE;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
