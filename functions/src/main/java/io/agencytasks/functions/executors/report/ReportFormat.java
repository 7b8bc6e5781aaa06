package io.agencytasks.functions.executors.report;

import java.util.Locale;

/** What a report is written as. */
enum ReportFormat {
  CSV("text/csv;charset=utf-8"),
  JSON("application/json"),
  HTML("text/html;charset=utf-8"),
  PDF("application/pdf");

  private final String contentType;

  ReportFormat(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** The name on the wire, and what files of it end in. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
