package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.ReportFilter;
import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.report.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One report, as an attempt makes it.
 *
 * @param madeAt when the attempt began
 * @param sheet what its rows look like
 */
record Report(
    ReportKind kind,
    String title,
    Span span,
    ZoneId zone,
    ReportFilter filter,
    Instant madeAt,
    Sheet<?> sheet) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_MONTH =
      DateTimeFormatter.ofPattern("d", Locale.ENGLISH);

  LocalDate firstDay() {
    return LocalDate.ofInstant(span.from(), zone);
  }

  /** The day that its last moment is in. */
  LocalDate lastDay() {
    return LocalDate.ofInstant(span.to().minusNanos(1), zone);
  }

  /** As one says it: {@code 1–30 Nov 2026}. */
  String days() {
    var first = firstDay();
    var last = lastDay();
    if (!first.isBefore(last)) {
      return DAY.format(last);
    }
    boolean sameYear = first.getYear() == last.getYear();
    if (sameYear && first.getMonth() == last.getMonth()) {
      return DAY_OF_MONTH.format(first) + "–" + DAY.format(last);
    }
    return (sameYear ? DAY_OF_YEAR : DAY).format(first) + " – " + DAY.format(last);
  }

  /** What the file is called: what it is, and of when. */
  String fileName(ReportFormat format) {
    return "%s-%s-to-%s.%s"
        .formatted(kind.toString().replace('_', '-'), firstDay(), lastDay(), format);
  }
}
