package io.agencytasks.functions.executors.report;

import java.io.IOException;

/** There is more to a report than one file may hold. */
final class ReportTooLarge extends IOException {
  private static final long serialVersionUID = 1;

  ReportTooLarge(String message) {
    super(message);
  }
}
