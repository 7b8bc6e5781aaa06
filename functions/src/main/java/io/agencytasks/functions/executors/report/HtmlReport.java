package io.agencytasks.functions.executors.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A page that needs nothing besides itself: numbers and charts, then the rows. As the numbers are
 * only known at the end, rows are put aside until then.
 */
final class HtmlReport implements ReportWriter {
  private static final String ROWS = "rows.html";

  private final Report report;
  private final OutputStream out;
  private final ReportFolder folder;
  private final OutputStream aside;
  private final Markup table;
  private final Words words;
  private int printed;

  HtmlReport(Report report, OutputStream out, ReportFolder folder) throws IOException {
    this.report = report;
    this.out = out;
    this.folder = folder;
    this.aside = folder.write(ROWS);
    this.table = new Markup(aside);
    this.words = new Words(report.zone());
    table.open("tbody");
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (printed == MOST_PRINTED) {
      return;
    }
    printed++;
    table.open("tr");
    for (var cell : cells) {
      write(cell);
    }
    table.close();
  }

  private void write(Cell cell) throws IOException {
    switch (cell) {
      case Cell.Count _, Cell.Took _ -> table.element("td", words.of(cell), "class", "n");
      case Cell.Moment(var time) ->
          table
              .open("td", "class", "t")
              .element("time", words.of(cell), "datetime", time.toString())
              .close();
      case Cell.State(var name) ->
          table
              .open("td")
              .element("span", words.of(cell), "style", "--c:#" + Palette.of(name))
              .close();
      case Cell.Labels(var labels) -> {
        table.open("td");
        for (var label : labels) {
          table.element("i", label).text(" ");
        }
        table.close();
      }
      case Cell.Text _, Cell.Name _, Cell.Nothing _ -> table.element("td", words.of(cell));
    }
  }

  @Override
  public void finish(Tally tally) throws IOException {
    table.close().flush();
    aside.close();
    var page = new HtmlPage(new Markup(out), report, words);
    page.begin(tally);
    folder.copy(ROWS, out);
    page.end();
  }

  @Override
  public void close() throws IOException {
    aside.close();
  }
}
