package io.agencytasks.functions.executors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** As RFC 4180 has it, in UTF-8, with the names of the columns in the first line. */
final class CsvReport implements ReportWriter {
  /** ISO 8601, to the millisecond, with the offset of its zone. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ENGLISH);

  /** Spreadsheets take what begins so for a formula, and would run it. */
  private static final String FORMULAS = "=+-@\t\r\n";

  private final CSVPrinter csv;
  private final ZoneId zone;

  CsvReport(Report report, OutputStream out) throws IOException {
    this.csv =
        new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), CSVFormat.RFC4180);
    this.zone = report.zone();
    csv.printRecord(report.sheet().columns().stream().map(Sheet.Column::name));
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    csv.printRecord(cells.stream().map(this::text));
  }

  @Override
  public void finish(Tally tally) throws IOException {
    csv.flush();
  }

  @Override
  public void close() {}

  private String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> harmless(text);
      case Cell.State(var text) -> text;
      case Cell.Name(var text) -> text;
      case Cell.Count(var number) -> Long.toString(number);
      case Cell.Labels(var labels) -> harmless(String.join(", ", labels));
      case Cell.Moment(var time) -> TIME.format(time.atZone(zone));
      case Cell.Took(var millis) -> Long.toString(millis);
      case Cell.Nothing() -> "";
    };
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
