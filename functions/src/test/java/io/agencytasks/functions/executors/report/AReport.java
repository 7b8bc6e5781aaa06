package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.Decision;
import io.agencytasks.domain.report.ReportRow;
import io.agencytasks.domain.report.ReportRow.ExecutionRow;
import io.agencytasks.domain.report.ReportRow.ReviewRow;
import io.agencytasks.domain.report.ReportRow.TaskRow;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A report of November 2026 in Berlin, and rows for it. */
final class AReport {
  static final Instant MADE_AT = Instant.parse("2026-12-01T05:00:00Z");

  private static final String NOVEMBER =
      "'from': '2026-11-01T00:00:00+01:00', 'to': '2026-12-01T00:00:00+01:00',"
          + " 'timeZone': 'Europe/Berlin'";

  private AReport() {}

  /** JSON is easier to read here with single quotes. */
  static Report of(String config) {
    return ReportConfig.decode(new Json(config.replace('\'', '"'))).orElseThrow().at(MADE_AT);
  }

  static Report ofNovember(String kind) {
    return of("{'report': '%s', %s}".formatted(kind, NOVEMBER));
  }

  static TaskRow task(long id, String title) {
    return task(id, title, Instant.parse("2026-11-02T09:30:00Z").plusSeconds(id * 7_000));
  }

  static TaskRow task(long id, String title, Instant created) {
    return new TaskRow(
        id,
        created,
        title,
        TaskType.API_CALL,
        TaskStatus.COMPLETED,
        Priority.HIGH,
        "sales",
        List.of("spring", "email"),
        created.plusSeconds(5),
        created.plusSeconds(70),
        2,
        null);
  }

  static TaskRow failed(long id, String error) {
    return new TaskRow(
        id,
        Instant.parse("2026-11-10T12:00:00Z"),
        "Call the printer",
        TaskType.NOTIFICATION,
        TaskStatus.FAILED,
        Priority.LOW,
        "general",
        List.of(),
        Instant.parse("2026-11-10T12:00:05Z"),
        null,
        4,
        error);
  }

  static ExecutionRow execution(long id) {
    var started = Instant.parse("2026-11-03T08:00:00Z");
    return new ExecutionRow(
        id,
        started,
        17,
        "Call",
        1,
        ExecutionStatus.TIMED_OUT,
        TriggeredBy.SCHEDULE,
        started.plusMillis(1_500),
        1_500,
        "TIMED_OUT",
        "It took too long.");
  }

  static ReviewRow review(long id, Decision decision) {
    return new ReviewRow(
        id,
        Instant.parse("2026-11-04T10:15:00Z"),
        17,
        "Send the offer",
        decision,
        decision == Decision.OVERDUE ? null : "Alice",
        "Looks right",
        "ab".repeat(32));
  }

  /** The file's bytes. */
  static byte[] written(Report report, ReportFormat format, Stream<? extends ReportRow> rows)
      throws IOException {
    try (var folder = ReportFolder.create()) {
      var tally = new Tally(report);
      try (var out = folder.write("report");
          var writer = ReportWriter.open(format, report, out, folder)) {
        var all = rows.iterator();
        while (all.hasNext()) {
          var row = all.next();
          tally.add(row);
          writer.row(report.sheet().cells(row));
        }
        writer.finish(tally);
      }
      return Files.readAllBytes(folder.file("report").path());
    }
  }
}
