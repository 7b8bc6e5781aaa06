package io.agencytasks.functions.executors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** What stands around the rows of a page. */
record HtmlPage(Markup html, Report report, Words words) {
  private static final String STYLE = style();

  /** All that comes before the rows. */
  void begin(Tally tally) throws IOException {
    html.doctype().open("html", "lang", "en");
    head();
    html.open("body");
    heading();
    numbers(tally);
    table(tally.rows());
    html.flush();
  }

  /** All that comes after them. */
  void end() throws IOException {
    html.close().close().close().close().close().flush();
  }

  private void head() throws IOException {
    html.open("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    html.element("title", report.title() + ", " + report.days());
    html.element("style", STYLE);
    html.close();
  }

  private void heading() throws IOException {
    html.open("header");
    html.element("p", report.sheet().name(), "class", "kind");
    html.element("h1", report.title());
    html.element("p", report.days(), "class", "days");
    html.element("p", Sentences.about(report, words), "class", "about");
    for (var filter : Sentences.filters(report.filter())) {
      html.element("p", filter, "class", "about");
    }
    html.close();
  }

  private void numbers(Tally tally) throws IOException {
    html.open("main").open("section", "aria-label", "Numbers");
    html.element("p", report.sheet().count(tally.rows()), "class", "total");
    var chart = new HtmlChart(html);
    html.open("div", "class", "bars");
    for (var counts : tally.counts()) {
      chart.bars(counts);
    }
    html.close();
    chart.days(report.sheet(), tally);
    html.close();
  }

  private void table(long rows) throws IOException {
    html.open("section", "aria-label", "Rows");
    html.element("h2", Words.name(report.sheet().many()));
    var missing = ReportWriter.missing(report.sheet(), rows);
    if (!missing.isEmpty()) {
      html.element("p", missing, "class", "about");
    }
    if (rows == 0) {
      html.element("p", "There is none.", "class", "about");
    }
    html.open("table").open("colgroup");
    for (var column : report.sheet().columns()) {
      html.single("col", "style", "width:" + column.width() + "ch");
    }
    html.close().open("thead").open("tr");
    for (var column : report.sheet().columns()) {
      html.element("th", column.heading(), "scope", "col");
    }
    html.close().close();
  }

  private static String style() {
    try (var file = HtmlPage.class.getResourceAsStream("/report/report.css")) {
      if (file == null) {
        throw new IllegalStateException("report.css is missing on the class path");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("report.css cannot be read", unreadable);
    }
  }
}
