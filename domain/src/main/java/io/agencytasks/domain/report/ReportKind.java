package io.agencytasks.domain.report;

import java.util.Locale;

/** What a report has a row for. */
public enum ReportKind {
  /** Each task that was created. */
  TASK_SUMMARY,
  /** Each execution that was started. */
  EXECUTION_LOG,
  /** Each decision on a review. */
  REVIEW_EVIDENCE;

  /** The name on the wire. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
