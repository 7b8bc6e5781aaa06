package io.agencytasks.functions.executors.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Charts as SVG: drawn for those who see, and told in words for those who do not. */
record HtmlChart(Markup html) {
  private static final int STEP = 26;
  private static final int BAR_HEIGHT = 14;
  private static final int LABEL_WIDTH = 140;
  private static final int LONGEST_BAR = 210;
  private static final int BARS_WIDTH = 420;
  private static final int DAYS_WIDTH = 1_300;
  private static final int DAYS_HEIGHT = 120;
  private static final int BELOW = 24;

  /** A bar for each value, one below the other. */
  void bars(Tally.Counts counts) throws IOException {
    int height = counts.byValue().size() * STEP;
    figure(counts.heading(), told(counts), BARS_WIDTH, height);
    long most = Math.max(1, counts.byValue().values().stream().mapToLong(it -> it).max().orElse(1));
    int y = 0;
    for (var count : counts.byValue().entrySet()) {
      bar(count, y, (double) LONGEST_BAR * count.getValue() / most);
      y += STEP;
    }
    html.close().close();
  }

  private void bar(Map.Entry<String, Long> count, int y, double length) throws IOException {
    var middle = Integer.toString(y + STEP / 2 + 4);
    html.element("text", Words.name(count.getKey()), "x", "0", "y", middle);
    html.single(
        "rect",
        "x",
        Integer.toString(LABEL_WIDTH),
        "y",
        Integer.toString(y + (STEP - BAR_HEIGHT) / 2),
        "width",
        number(length),
        "height",
        Integer.toString(BAR_HEIGHT),
        "rx",
        "2",
        "fill",
        "#" + Palette.of(count.getKey()));
    html.element(
        "text",
        Words.number(count.getValue()),
        "x",
        number(LABEL_WIDTH + length + 8),
        "y",
        middle,
        "class",
        count.getValue() == 0 ? "none" : "count");
  }

  /** A column for each day, one beside the other. */
  void days(Sheet<?> sheet, Tally tally) throws IOException {
    var days = tally.days();
    var top = days.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    long most = Math.max(1, top.getValue());
    var heading = Words.name(sheet.many()) + " per day";
    var told = "%s: %s at the most, on %s".formatted(heading, sheet.count(most), top.getKey());
    figure(
        tally.rows() == 0 ? heading : heading + ", at most " + Words.number(most),
        tally.rows() == 0 ? heading + ": none" : told,
        DAYS_WIDTH,
        DAYS_HEIGHT + BELOW);
    double step = (double) DAYS_WIDTH / days.size();
    double width = Math.min(28, Math.max(step * 0.7, step - 4));
    int n = 0;
    for (var day : days.entrySet()) {
      column(day, n * step + (step - width) / 2, width, 0.9 * DAYS_HEIGHT * day.getValue() / most);
      n++;
    }
    axis(days.firstKey(), days.lastKey());
    html.close().close();
  }

  private void column(Map.Entry<LocalDate, Long> day, double x, double width, double height)
      throws IOException {
    if (day.getValue() > 0) {
      html.open(
          "rect",
          "x",
          number(x),
          "y",
          number(DAYS_HEIGHT - height),
          "width",
          number(width),
          "height",
          number(height),
          "fill",
          "#" + Palette.BAR);
      html.element("title", day.getKey() + ": " + Words.number(day.getValue())).close();
    }
  }

  private void axis(LocalDate first, LocalDate last) throws IOException {
    var bottom = Integer.toString(DAYS_HEIGHT);
    var below = Integer.toString(DAYS_HEIGHT + 18);
    var end = Integer.toString(DAYS_WIDTH);
    html.single("line", "x1", "0", "y1", bottom, "x2", end, "y2", bottom, "class", "axis");
    html.element("text", first.toString(), "x", "0", "y", below, "class", "none");
    if (first.isBefore(last)) {
      html.element(
          "text", last.toString(), "x", end, "y", below, "class", "none", "text-anchor", "end");
    }
  }

  private void figure(String heading, String told, int width, int height) throws IOException {
    html.open("figure").element("figcaption", heading);
    html.open(
        "svg",
        "viewBox",
        "0 0 %d %d".formatted(width, height),
        "width",
        Integer.toString(width),
        "height",
        Integer.toString(height),
        "role",
        "img",
        "aria-label",
        told);
  }

  private static String told(Tally.Counts counts) {
    return counts.byValue().entrySet().stream()
        .map(count -> Words.name(count.getKey()) + " " + Words.number(count.getValue()))
        .collect(Collectors.joining(", ", counts.heading() + ": ", ""));
  }

  private static String number(double number) {
    return String.format(Locale.ENGLISH, "%.1f", number);
  }
}
