package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.ReportRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What the rows of one kind of report look like.
 *
 * @param name what such a report is called
 * @param one what a row is, and {@code many} if there are others
 * @param groupings by what rows are counted; the first two are drawn
 */
record Sheet<R extends ReportRow>(
    String name,
    String one,
    String many,
    Class<R> type,
    List<Column<R>> columns,
    List<Grouping<R>> groupings) {

  /**
   * A column.
   *
   * @param name for programs
   * @param heading for people
   * @param width its part of a printed page's, beside the others
   */
  record Column<R>(String name, String heading, int width, Function<R, Cell> cell) {}

  /**
   * What rows are counted by: one of a few names.
   *
   * @param name for programs
   * @param heading for people
   * @param values all that there are, in the order to show them in
   */
  record Grouping<R>(String name, String heading, List<String> values, Function<R, String> value) {

    static <R, E extends Enum<E>> Grouping<R> by(
        String name, String heading, Class<E> all, Function<R, E> value) {
      var values = Arrays.stream(all.getEnumConstants()).map(Object::toString).toList();
      return new Grouping<>(name, heading, values, row -> value.apply(row).toString());
    }
  }

  /** What stands in its columns, one after the other. */
  List<Cell> cells(ReportRow row) {
    var typed = type.cast(row);
    return columns.stream().map(column -> column.cell().apply(typed)).toList();
  }

  /** So many of them, in words: {@code 1 task}, {@code 1,200 tasks}. */
  String count(long rows) {
    return Words.number(rows) + " " + (rows == 1 ? one : many);
  }
}
