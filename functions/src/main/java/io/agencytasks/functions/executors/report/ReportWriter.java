package io.agencytasks.functions.executors.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes one report, row by row: what it holds meanwhile does not grow with the rows. */
interface ReportWriter extends Closeable {
  /** The most rows of a report for people to read: nobody reads more, and browsers break. */
  int MOST_PRINTED = 10_000;

  /** Writes one row, or passes over it where there are enough. */
  void row(List<Cell> cells) throws IOException;

  /** Writes what is left to say when all rows are there. */
  void finish(Tally tally) throws IOException;

  /**
   * Opens one, which needs the folder for what it puts aside; whoever opens it closes the stream.
   */
  static ReportWriter open(
      ReportFormat format, Report report, OutputStream out, ReportFolder folder)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvReport(report, out);
      case JSON -> new JsonReport(report, out);
      case HTML -> new HtmlReport(report, out, folder);
      case PDF -> new PdfReport(report, out, folder);
    };
  }

  /** How many rows are in the file. */
  static long rowsIn(ReportFormat format, long rows) {
    return switch (format) {
      case CSV, JSON -> rows;
      case HTML, PDF -> Math.min(rows, MOST_PRINTED);
    };
  }

  /** What is to be said where rows were passed over; empty where none was. */
  static String missing(Sheet<?> sheet, long rows) {
    return rows <= MOST_PRINTED
        ? ""
        : "These are the first %s of %s, which all numbers count. The format csv or json has all of them."
            .formatted(Words.number(MOST_PRINTED), sheet.count(rows));
  }
}
