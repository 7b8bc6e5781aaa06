package io.agencytasks.functions.executors.report;

import java.io.IOException;
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
  private static final int BELOW = 18;
  private static final double HIGHEST_COLUMN = 0.9 * DAYS_HEIGHT;

  /** A bar for each value, one below the other. */
  void bars(Tally.Counts counts) throws IOException {
    figure(counts.heading(), told(counts), BARS_WIDTH, counts.byValue().size() * STEP);
    int y = 0;
    for (var count : counts.byValue().entrySet()) {
      double length = (double) LONGEST_BAR * count.getValue() / counts.most();
      double middle = y + STEP / 2.0;
      text(Words.name(count.getKey()), 0, middle + 4, "name", "start");
      box(LABEL_WIDTH, middle - BAR_HEIGHT / 2.0, length, BAR_HEIGHT, Palette.of(count.getKey()));
      html.close();
      var kind = count.getValue() == 0 ? "none" : "count";
      text(Words.number(count.getValue()), LABEL_WIDTH + length + 8, middle + 4, kind, "start");
      y += STEP;
    }
    html.close().close();
  }

  /** A column for each day, one beside the other. */
  void days(Sheet<?> sheet, Tally tally) throws IOException {
    var days = tally.days();
    var top = days.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    long most = Math.max(1, top.getValue());
    var heading = Words.name(sheet.many()) + " per day";
    figure(
        tally.rows() == 0 ? heading : heading + ", at most " + Words.number(most),
        tally.rows() == 0
            ? heading + ": none"
            : "%s: %s at the most, on %s".formatted(heading, sheet.count(most), top.getKey()),
        DAYS_WIDTH,
        DAYS_HEIGHT + BELOW + 6);
    double step = (double) DAYS_WIDTH / days.size();
    double width = Math.min(28, Math.max(step * 0.7, step - 4));
    double x = (step - width) / 2;
    for (var day : days.entrySet()) {
      double height = HIGHEST_COLUMN * day.getValue() / most;
      box(x, DAYS_HEIGHT - height, width, height, Palette.BAR);
      html.element("title", day.getKey() + ": " + Words.number(day.getValue())).close();
      x += step;
    }
    box(0, DAYS_HEIGHT, DAYS_WIDTH, 1, Palette.LINE);
    html.close();
    text(days.firstKey().toString(), 0, DAYS_HEIGHT + BELOW, "none", "start");
    if (days.size() > 1) {
      text(days.lastKey().toString(), DAYS_WIDTH, DAYS_HEIGHT + BELOW, "none", "end");
    }
    html.close().close();
  }

  private void figure(String heading, String told, int width, int height) throws IOException {
    var size = "0 0 %d %d".formatted(width, height);
    html.open("figure").element("figcaption", heading);
    html.open("svg", "viewBox", size, "width", number(width), "role", "img", "aria-label", told);
  }

  /** Begins a box, which may have a title. */
  private void box(double x, double y, double width, double height, String colour)
      throws IOException {
    html.open("rect", "x", number(x), "y", number(y), "width", number(width));
    html.attributes("height", number(height), "fill", "#" + colour);
  }

  private void text(String text, double x, double y, String kind, String anchor)
      throws IOException {
    html.open("text", "x", number(x), "y", number(y), "class", kind, "text-anchor", anchor);
    html.text(text).close();
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
