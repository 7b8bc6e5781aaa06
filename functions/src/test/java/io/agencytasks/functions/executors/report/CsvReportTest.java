package io.agencytasks.functions.executors.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.report.Decision;
import io.agencytasks.domain.report.ReportRow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {

  @Test
  void the_first_line_names_the_columns() throws Exception {
    assertThat(text("task_summary"))
        .isEqualTo(
            "id,title,taskType,status,priority,category,tags,createdAt,startedAt,completedAt,"
                + "durationMs,attempts,lastError\r\n");
    assertThat(text("execution_log"))
        .isEqualTo(
            "id,taskId,title,attempt,triggeredBy,startedAt,endedAt,durationMs,status,errorCode,"
                + "error\r\n");
    assertThat(text("review_evidence"))
        .isEqualTo("id,taskId,title,decision,decidedBy,decidedAt,notes,contentHash\r\n");
  }

  @Test
  void a_task_is_a_line_with_its_times_where_the_report_is() throws Exception {
    var midnight = Instant.parse("2026-10-31T23:00:00Z");

    assertThat(text("task_summary", AReport.task(7, "Offer", midnight)).lines().skip(1))
        .containsExactly(
            "7,Offer,api_call,completed,high,sales,\"spring, email\","
                + "2026-11-01T00:00:00.000+01:00,2026-11-01T00:00:05.000+01:00,"
                + "2026-11-01T00:01:10.000+01:00,65000,2,");
  }

  @Test
  void executions_and_decisions_are_lines_too() throws Exception {
    assertThat(text("execution_log", AReport.execution(5)).lines().skip(1))
        .containsExactly(
            "5,17,Call,1,schedule,2026-11-03T09:00:00.000+01:00,2026-11-03T09:00:01.500+01:00,"
                + "1500,timed_out,TIMED_OUT,It took too long.");
    assertThat(text("review_evidence", AReport.review(6, Decision.APPROVED)).lines().skip(1))
        .containsExactly(
            "6,17,Send the offer,approved,Alice,2026-11-04T11:15:00.000+01:00,Looks right,"
                + "ab".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd()|' /C calc'!A0", "+49 30 123", "-1", "@SUM(A1)", "\tx", "\rx"})
  void what_a_spreadsheet_would_run_is_text(String title) throws Exception {
    var record = parsed(AReport.task(1, title)).getFirst();

    assertThat(record.get("title")).isEqualTo("'" + title);
    assertThat(record.get("status")).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with, comma",
        "with \"quotes\"",
        "two\nlines",
        "two\r\nlines",
        " blanks ",
        "<script>alert(1)</script>",
        "Ελληνικά, кириллица, 日本語, 😀"
      })
  void any_other_text_comes_back_as_it_was(String title) throws Exception {
    assertThat(parsed(AReport.task(1, title)).getFirst().get("title")).isEqualTo(title);
  }

  private static List<CSVRecord> parsed(ReportRow... rows) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = CSVParser.parse(text("task_summary", rows), format)) {
      return parser.getRecords();
    }
  }

  private static String text(String kind, ReportRow... rows) throws IOException {
    var report = AReport.ofNovember(kind);
    return new String(AReport.written(report, ReportFormat.CSV, Stream.of(rows)), UTF_8);
  }
}
