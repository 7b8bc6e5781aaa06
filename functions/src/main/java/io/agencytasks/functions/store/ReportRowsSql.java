package io.agencytasks.functions.store;

import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.report.ReportRow;
import io.agencytasks.domain.report.ReportRow.ExecutionRow;
import io.agencytasks.domain.report.ReportRow.ReviewRow;
import io.agencytasks.domain.report.ReportRow.TaskRow;
import io.agencytasks.domain.report.ReportRows;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads the rows of reports, each kind with a statement of its own. */
@Singleton
final class ReportRowsSql implements ReportRows {
  private final DataApi database;

  ReportRowsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Page read(Query query, Optional<ReportRow> behind) {
    var filter = query.filter();
    var answer =
        database.rows(
            Statement.repeatable(sql(query.kind()))
                .number("userId", query.userId())
                .text("to", query.span().to().toString())
                .text(
                    "behindTime", behind.map(ReportRow::at).orElse(query.span().from()).toString())
                .number("behindId", behind.map(ReportRow::id).orElse(0L))
                .text("statuses", TaskRows.write(filter.statuses()))
                .text("priorities", TaskRows.write(filter.priorities()))
                .text("categories", TaskRows.write(filter.categories()))
                .text("taskTypes", TaskRows.write(filter.taskTypes()))
                .text("tags", TaskRows.write(filter.tags()))
                .number("mostRows", ReportFrame.MOST_ROWS)
                .number("mostBytes", ReportFrame.MOST_BYTES));
    List<ReportRow> rows = List.copyOf(TaskRows.all(answer, "row", type(query.kind())));
    int size = TaskRows.first(answer, "size").map(Integer::parseInt).orElse(0);
    return new Page(rows, rows.size() == size && size < ReportFrame.MOST_ROWS);
  }

  private static String sql(ReportKind kind) {
    return switch (kind) {
      case TASK_SUMMARY -> TaskSummarySql.SQL;
      case EXECUTION_LOG -> ExecutionLogSql.SQL;
      case REVIEW_EVIDENCE -> ReviewEvidenceSql.SQL;
    };
  }

  private static Class<? extends ReportRow> type(ReportKind kind) {
    return switch (kind) {
      case TASK_SUMMARY -> TaskRow.class;
      case EXECUTION_LOG -> ExecutionRow.class;
      case REVIEW_EVIDENCE -> ReviewRow.class;
    };
  }
}
