package io.agencytasks.functions.executors.report;

import static io.agencytasks.functions.executors.report.PdfCanvas.HEIGHT;
import static io.agencytasks.functions.executors.report.PdfCanvas.MARGIN;
import static io.agencytasks.functions.executors.report.PdfCanvas.WIDTH;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The first page: what it is, how many there are, and charts. */
record PdfSummary(PdfCanvas page, Report report, Words words) {
  private static final float ROOM = WIDTH - 2 * MARGIN;
  private static final float BARS_TOP = 200;
  private static final float BARS_STEP = 19;
  private static final float LABEL_WIDTH = 88;
  private static final float DAYS_TOP = 400;
  private static final float DAYS_BOTTOM = HEIGHT - MARGIN - 20;

  void draw(Tally tally) throws IOException {
    var sheet = report.sheet();
    page.bold(sheet.name().toUpperCase(Locale.ENGLISH), MARGIN, 50, 8, Palette.BAR, ROOM);
    page.bold(report.title(), MARGIN, 76, 22, Palette.INK, ROOM);
    page.text(report.days(), MARGIN, 97, 12, Palette.INK, ROOM);
    page.text(Sentences.about(report, words), MARGIN, 112, 8, Palette.QUIET, ROOM);
    var filters = String.join(" ", Sentences.filters(report.filter()));
    page.text(filters, MARGIN, 123, 8, Palette.QUIET, ROOM);
    page.rectangle(MARGIN, 132, ROOM, 0.6f, Palette.LINE);
    page.bold(sheet.count(tally.rows()), MARGIN, 160, 18, Palette.INK, ROOM);
    page.text(ReportWriter.missing(sheet, tally.rows()), MARGIN, 174, 8, Palette.QUIET, ROOM);
    float width = ROOM / Math.max(2, tally.counts().size());
    float x = MARGIN;
    for (var counts : tally.counts()) {
      bars(counts, x, width - 24);
      x += width;
    }
    days(tally);
  }

  private void bars(Tally.Counts counts, float x, float width) throws IOException {
    page.bold(counts.heading(), x, BARS_TOP, 9, Palette.QUIET, width);
    float longest = width - LABEL_WIDTH - 46;
    float y = BARS_TOP + 20;
    for (var count : counts.byValue().entrySet()) {
      long rows = count.getValue();
      float length = longest * rows / counts.most();
      page.text(Words.name(count.getKey()), x, y, 8.5f, Palette.INK, LABEL_WIDTH - 4);
      page.rectangle(x + LABEL_WIDTH, y - 8, length, 10, Palette.of(count.getKey()));
      page.text(
          Words.number(rows),
          x + LABEL_WIDTH + length + 5,
          y,
          8.5f,
          rows == 0 ? Palette.QUIET : Palette.INK,
          46);
      y += BARS_STEP;
    }
  }

  private void days(Tally tally) throws IOException {
    var days = tally.days();
    long most = Math.max(1, days.values().stream().mapToLong(it -> it).max().orElse(1));
    var heading = Words.name(report.sheet().many()) + " per day";
    var told = tally.rows() == 0 ? "" : ", at most " + Words.number(most);
    page.bold(heading + told, MARGIN, DAYS_TOP, 9, Palette.QUIET, ROOM);
    float step = ROOM / days.size();
    float width = Math.min(24, Math.max(step * 0.7f, step - 4));
    float highest = DAYS_BOTTOM - DAYS_TOP - 14;
    float x = MARGIN + (step - width) / 2;
    for (Map.Entry<?, Long> day : days.entrySet()) {
      float height = highest * day.getValue() / most;
      page.rectangle(x, DAYS_BOTTOM - height, width, height, Palette.BAR);
      x += step;
    }
    page.rectangle(MARGIN, DAYS_BOTTOM, ROOM, 0.6f, Palette.LINE);
    var first = days.firstKey();
    page.text(first.toString(), MARGIN, DAYS_BOTTOM + 12, 8, Palette.QUIET, ROOM / 2);
    if (first.isBefore(days.lastKey())) {
      var last = days.lastKey().toString();
      page.textBefore(last, WIDTH - MARGIN, DAYS_BOTTOM + 12, 8, Palette.QUIET, ROOM / 2);
    }
  }
}
