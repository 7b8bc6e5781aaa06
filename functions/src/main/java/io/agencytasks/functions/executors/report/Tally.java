package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.ReportRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report's rows come to, counted while they pass: so the numbers and the rows agree. As many
 * counts as there are days and names, however many rows.
 */
final class Tally {

  /** How many rows each value has, those of none too. */
  record Counts(String name, String heading, Map<String, Long> byValue) {
    /** The greatest of them; 1 at the least, so that one can divide by it. */
    long most() {
      return byValue.values().stream().reduce(1L, Math::max);
    }
  }

  private record Counter<R extends ReportRow>(
      Class<R> type, Sheet.Grouping<R> grouping, Counts counts) {
    static <R extends ReportRow> List<Counter<R>> all(Sheet<R> sheet) {
      return sheet.groupings().stream()
          .map(
              grouping -> {
                var byValue = new LinkedHashMap<String, Long>();
                grouping.values().forEach(value -> byValue.put(value, 0L));
                return new Counter<>(
                    sheet.type(),
                    grouping,
                    new Counts(grouping.name(), grouping.heading(), byValue));
              })
          .toList();
    }

    void add(ReportRow row) {
      counts.byValue().merge(grouping.value().apply(type.cast(row)), 1L, Long::sum);
    }
  }

  private final ZoneId zone;
  private final List<Counter<?>> counters;
  private final SortedMap<LocalDate, Long> days = new TreeMap<>();
  private long rows;

  Tally(Report report) {
    this.zone = report.zone();
    this.counters = new ArrayList<>(Counter.all(report.sheet()));
    report.firstDay().datesUntil(report.lastDay().plusDays(1)).forEach(day -> days.put(day, 0L));
  }

  void add(ReportRow row) {
    rows++;
    days.merge(LocalDate.ofInstant(row.at(), zone), 1L, Long::sum);
    counters.forEach(counter -> counter.add(row));
  }

  long rows() {
    return rows;
  }

  List<Counts> counts() {
    return counters.stream().map(Counter::counts).toList();
  }

  /** Every day of the report, those without a row too. */
  SortedMap<LocalDate, Long> days() {
    return days;
  }
}
