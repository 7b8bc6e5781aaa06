package io.agencytasks.functions.executors.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agencytasks.domain.report.Decision;
import io.agencytasks.domain.report.ReportRow;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void it_says_what_it_is_about() throws Exception {
    var report = written("task_summary");

    assertThat(report.path("report").asText()).isEqualTo("task_summary");
    assertThat(report.path("title").asText()).isEqualTo("Task summary");
    assertThat(report.path("from").asText()).isEqualTo("2026-11-01T00:00:00.000+01:00");
    assertThat(report.path("to").asText()).isEqualTo("2026-12-01T00:00:00.000+01:00");
    assertThat(report.path("timeZone").asText()).isEqualTo("Europe/Berlin");
    assertThat(report.path("madeAt").asText()).isEqualTo("2026-12-01T06:00:00.000+01:00");
  }

  @Test
  void rows_have_their_types() throws Exception {
    var row = written("task_summary", AReport.task(7, "=1+1 <b>\"ä\"</b>")).at("/rows/0");

    assertThat(row.path("id").isIntegralNumber()).isTrue();
    assertThat(row.path("title").asText()).isEqualTo("=1+1 <b>\"ä\"</b>");
    assertThat(row.path("tags")).hasSize(2);
    assertThat(row.path("durationMs").asLong()).isEqualTo(65_000);
    assertThat(row.path("lastError").isNull()).isTrue();
  }

  @Test
  void the_numbers_are_those_of_the_rows() throws Exception {
    var report =
        written("task_summary", AReport.task(1, "a"), AReport.task(2, "b"), AReport.failed(3, "x"));

    assertThat(report.path("count").asInt()).isEqualTo(3);
    assertThat(report.at("/byStatus/completed").asInt()).isEqualTo(2);
    assertThat(report.at("/byStatus/failed").asInt()).isOne();
    assertThat(report.at("/byStatus/pending").asInt()).isZero();
    assertThat(report.at("/byPriority/high").asInt()).isEqualTo(2);
    assertThat(report.at("/byTaskType/notification").asInt()).isOne();
    assertThat(report.path("byDay")).hasSize(30);
    assertThat(report.at("/byDay/2026-11-02").asInt()).isEqualTo(2);
    assertThat(report.at("/byDay/2026-11-10").asInt()).isOne();
  }

  @Test
  void decisions_that_nobody_made_are_nobodys() throws Exception {
    var report = written("review_evidence", AReport.review(1, Decision.OVERDUE));

    assertThat(report.at("/rows/0/decidedBy").isNull()).isTrue();
    assertThat(report.at("/byDecision/overdue").asInt()).isOne();
  }

  @Test
  void a_report_of_nothing_is_whole() throws Exception {
    var report = written("execution_log");

    assertThat(report.path("rows")).isEmpty();
    assertThat(report.path("count").asInt()).isZero();
    assertThat(report.at("/byStatus/succeeded").isIntegralNumber()).isTrue();
  }

  private static JsonNode written(String kind, ReportRow... rows) throws IOException {
    var report = AReport.ofNovember(kind);
    return JSON.readTree(AReport.written(report, ReportFormat.JSON, Stream.of(rows)));
  }
}
