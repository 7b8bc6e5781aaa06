package io.agencytasks.domain.report;

import java.util.List;
import java.util.Optional;

/** Reads what reports are made of. */
public interface ReportRows {

  /**
   * What to read.
   *
   * @param userId whose it is: nothing of any other user is read
   */
  record Query(long userId, ReportKind kind, Span span, ReportFilter filter) {}

  /**
   * Some of the rows, in their order.
   *
   * @param isLast whether there are no more
   */
  record Page(List<ReportRow> rows, boolean isLast) {}

  /**
   * Reads on behind a row, or from the beginning, in one statement: as many rows as one answer
   * holds.
   *
   * @throws io.agencytasks.domain.task.Unavailable when they are out of reach
   */
  Page read(Query query, Optional<ReportRow> behind);
}
