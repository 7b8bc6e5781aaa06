package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.report.ReportRow;
import io.agencytasks.domain.report.ReportRows;
import io.agencytasks.domain.report.ReportRows.Query;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One report under way: rows are read a page at a time, written to disk, and then kept. */
record Production(Report report, ReportFormat format, Records records) {
  /** Far more than one file holds; of what is only counted, as much as the time allows. */
  private static final long MOST_ROWS = 200_000;

  /** Makes it of one user's rows. */
  Outcome make(ReportRows rows, long userId) throws IOException, InterruptedException {
    var name = report.fileName(format);
    records
        .log()
        .info(
            "Reading all %s from %s to %s."
                .formatted(report.sheet().many(), report.span().from(), report.span().to()));
    try (var folder = ReportFolder.create()) {
      var tally = write(name, folder, rows, userId);
      records.log().info("Read %s.".formatted(report.sheet().count(tally.rows())));
      return records
          .keep(name, format.contentType(), folder.file(name))
          .<Outcome>map(artifact -> ReportResult.of(report, format, tally, artifact))
          .orElseGet(Production::notKept);
    }
  }

  private Tally write(String name, ReportFolder folder, ReportRows rows, long userId)
      throws IOException, InterruptedException {
    var query = new Query(userId, report.kind(), report.span(), report.filter());
    var tally = new Tally(report);
    try (var out = folder.write(name);
        var writer = ReportWriter.open(format, report, out, folder)) {
      var page = rows.read(query, Optional.empty());
      write(page.rows(), writer, tally);
      while (!page.isLast()) {
        page = rows.read(query, Optional.of(page.rows().getLast()));
        write(page.rows(), writer, tally);
      }
      writer.finish(tally);
    }
    return tally;
  }

  private void write(List<ReportRow> rows, ReportWriter writer, Tally tally)
      throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("told to stop");
    }
    for (var row : rows) {
      tally.add(row);
      writer.row(report.sheet().cells(row));
    }
    if (tally.rows() > MOST_ROWS) {
      throw new ReportTooLarge("more than %,d rows".formatted(MOST_ROWS));
    }
  }

  private static Outcome notKept() {
    return new Outcome.Retry(
        new Failure(
            "ARTIFACT_NOT_KEPT", "The report was made, but could not be kept: storage is away."),
        Optional.empty());
  }
}
