package io.agencytasks.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Markdown table: text on the left of its cells, numbers on the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... columns) {
    rows.add(List.of(columns));
  }

  Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Double number ? rounded(number) : cell.toString());
    }
    rows.add(row);
    return this;
  }

  @Override
  public String toString() {
    String rule = "|---" + "|--:".repeat(rows.getFirst().size() - 1) + "|\n";
    return line(rows.getFirst())
        + rule
        + rows.stream().skip(1).map(Table::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, number < 20 ? "%.1f" : "%.0f", number);
  }
}
