package io.agencytasks.functions.executors.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.report.Decision;
import io.agencytasks.domain.report.ReportRow;
import java.io.IOException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

  @Test
  void it_has_a_title_numbers_charts_and_a_table() throws Exception {
    var page = page("task_summary", Stream.of(AReport.task(1, "Offer"), AReport.failed(2, "Oh")));

    assertThat(page.title()).isEqualTo("Task summary, 1–30 Nov 2026");
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1").text()).isEqualTo("Task summary");
    assertThat(page.select(".about").text())
        .isEqualTo(
            "From 2026-11-01 00:00 to 2026-12-01 00:00 (not included), times in Europe/Berlin."
                + " Made at 2026-12-01 06:00.");
    assertThat(page.select(".total").text()).isEqualTo("2 tasks");
    assertThat(page.select("svg[role=img]").eachAttr("aria-label"))
        .hasSize(4)
        .anyMatch(it -> it.startsWith("By status: Pending 0, Queued 0"))
        .anyMatch(it -> it.contains("Completed 1, Failed 1"))
        .contains("Tasks per day: 1 task at the most, on 2026-11-02");
    assertThat(page.select("thead th[scope=col]").eachText()).startsWith("Task", "Title", "Type");
    assertThat(page.select("tbody tr")).hasSize(2);
    assertThat(page.select("tbody tr:first-child td").eachText())
        .containsExactly(
            "1",
            "Offer",
            "API call",
            "Completed",
            "High",
            "sales",
            "spring email",
            "2026-11-02 12:26",
            "2026-11-02 12:26",
            "2026-11-02 12:27",
            "1 min 05 s",
            "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</td></tr></table><img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "]]><!--",
        "a & b &lt; c",
        "Ελληνικά, кириллица, 日本語, 😀"
      })
  void words_stay_words(String words) throws Exception {
    var quoted = words.replace("\"", "\\\"");
    var report = AReport.of("{'title': '%s', 'lastDays': 1}".formatted(quoted));
    var page = page(report, Stream.of(AReport.task(1, words), AReport.failed(2, words)));

    assertThat(page.select("h1").text()).isEqualTo(words);
    assertThat(page.select("tbody tr:first-child td:nth-child(2)").text()).isEqualTo(words);
    assertThat(page.select("tbody tr:last-child td:last-child").text()).isEqualTo(words);
    assertThat(page.select("script, img, [onload], [onerror]")).isEmpty();
    assertThat(page.select("tbody tr")).hasSize(2);
  }

  @Test
  void it_needs_nothing_and_runs_nothing() throws Exception {
    var page = page("task_summary", Stream.of(AReport.task(1, "Offer")));

    assertThat(page.select("script, link, img, iframe, object, embed, [src], [href]")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(page.select("style").html()).doesNotContain("url(", "@import", "&gt;");
  }

  @Test
  void a_report_of_nothing_says_so() throws Exception {
    var page = page("execution_log", Stream.of());

    assertThat(page.select(".total").text()).isEqualTo("0 executions");
    assertThat(page.text()).contains("There is none.");
    assertThat(page.select("section > figure svg").attr("aria-label"))
        .isEqualTo("Executions per day: none");
  }

  @Test
  void filters_are_told() throws Exception {
    var report = AReport.of("{'status': ['failed'], 'tag': ['<b>', 'c'], 'lastDays': 1}");

    assertThat(page(report, Stream.of()).select(".about").eachText())
        .contains("Only with the status failed.", "Only with the tag <b>, c.");
  }

  @Test
  void rows_beyond_what_people_read_are_counted_only() throws Exception {
    var page =
        page(
            "review_evidence",
            LongStream.rangeClosed(1, 10_001).mapToObj(n -> AReport.review(n, Decision.REJECTED)));

    assertThat(page.select("tbody tr")).hasSize(10_000);
    assertThat(page.select(".total").text()).isEqualTo("10,001 decisions");
    assertThat(page.text())
        .contains("These are the first 10,000 of 10,001 decisions, which all numbers count.");
  }

  private static Document page(String kind, Stream<? extends ReportRow> rows) throws IOException {
    return page(AReport.ofNovember(kind), rows);
  }

  private static Document page(Report report, Stream<? extends ReportRow> rows) throws IOException {
    return Jsoup.parse(new String(AReport.written(report, ReportFormat.HTML, rows), UTF_8));
  }
}
