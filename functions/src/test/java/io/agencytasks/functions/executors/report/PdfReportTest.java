package io.agencytasks.functions.executors.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.report.ReportRow;
import java.io.IOException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfReportTest {

  @Test
  void the_first_page_has_numbers_and_the_next_ones_have_the_rows() throws Exception {
    var rows = LongStream.rangeClosed(1, 100).mapToObj(n -> AReport.task(n, "Offer " + n));
    var report = AReport.ofNovember("task_summary");

    try (var document = Loader.loadPDF(AReport.written(report, ReportFormat.PDF, rows))) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Task summary, 1–30 Nov 2026");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getNumberOfPages()).isEqualTo(4);
      var text = new PDFTextStripper();
      text.setEndPage(1);
      assertThat(text.getText(document))
          .contains("TASK SUMMARY", "1–30 Nov 2026", "100 tasks", "By status", "By priority")
          .contains("Tasks per day", "2026-11-30")
          .doesNotContain("Offer");
      text.setStartPage(2);
      text.setEndPage(4);
      assertThat(text.getText(document)).contains("Offer 1 ", "Offer 100 ", "Last error", "4");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Grüße, naïve, Łódź, ½ € — “x” | Grüße, naïve, Łódź, ½ € — “x”",
        "Ελληνικά | Ελληνικά",
        "Кириллица їєґ | Кириллица їєґ",
        "日本語 x 😀 | □□□ x □",
        "שלום | □□□□",
        "a\u200db \u2764\ufe0f| ab □"
      })
  void what_the_font_has_not_is_a_box(String title, String shown) throws Exception {
    assertThat(text(Stream.of(AReport.task(1, title)))).contains(shown);
  }

  @Test
  void lines_do_not_break_and_end_in_dots() throws Exception {
    var text =
        text(
            Stream.of(
                AReport.task(1, "One\nand\ttwo"), AReport.failed(2, "Very long. ".repeat(90))));

    assertThat(text).contains("One and two").containsPattern("Very long\\.? ?V?.*…");
  }

  @Test
  void hostile_words_are_words() throws Exception {
    assertThat(text(Stream.of(AReport.task(1, "<script> (x) Tj \\ ET"))))
        .contains("<script> (x) Tj \\ ET");
  }

  @Test
  void a_report_of_nothing_is_one_page() throws Exception {
    var report = AReport.ofNovember("review_evidence");

    try (var document = Loader.loadPDF(AReport.written(report, ReportFormat.PDF, Stream.of()))) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(new PDFTextStripper().getText(document)).contains("0 decisions");
    }
  }

  @Test
  void rows_beyond_what_people_read_are_counted_only() throws Exception {
    var text = text(LongStream.rangeClosed(1, 10_001).mapToObj(n -> AReport.task(n, "Offer " + n)));

    assertThat(text)
        .contains("10,001 tasks")
        .contains("These are the first 10,000 of 10,001 tasks")
        .contains("Offer 10000 ")
        .doesNotContain("Offer 10001");
  }

  private static String text(Stream<? extends ReportRow> rows) throws IOException {
    var report = AReport.ofNovember("task_summary");
    try (var document = Loader.loadPDF(AReport.written(report, ReportFormat.PDF, rows))) {
      return new PDFTextStripper().getText(document);
    }
  }
}
