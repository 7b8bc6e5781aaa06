package io.agencytasks.functions.executors.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.task.Json;
import java.util.Locale;

/** What is kept of a report with its task: what it is about, its numbers, and its file's name. */
final class ReportResult {
  private ReportResult() {}

  static Outcome.Done of(Report report, ReportFormat format, Tally tally, Artifact artifact) {
    var result = JsonNodeFactory.instance.objectNode();
    result
        .put("report", report.kind().toString())
        .put("format", format.toString())
        .put("from", report.span().from().toString())
        .put("to", report.span().to().toString())
        .put("timeZone", report.zone().getId())
        .put("rows", tally.rows())
        .put("rowsInFile", ReportWriter.rowsIn(format, tally.rows()));
    for (var counts : tally.counts()) {
      var byValue = result.putObject(counts.name());
      counts.byValue().forEach(byValue::put);
    }
    result
        .putObject("artifact")
        .put("name", artifact.name())
        .put("contentType", artifact.contentType())
        .put("bytes", artifact.bytes());
    return new Outcome.Done(new Json(result.toString()), summary(report, format, tally));
  }

  /** {@code Task summary, 1–30 Nov 2026: 412 tasks, CSV}. */
  private static String summary(Report report, ReportFormat format, Tally tally) {
    return "%s, %s: %s, %s"
        .formatted(
            report.sheet().name(),
            report.days(),
            report.sheet().count(tally.rows()),
            format.toString().toUpperCase(Locale.ENGLISH));
  }
}
