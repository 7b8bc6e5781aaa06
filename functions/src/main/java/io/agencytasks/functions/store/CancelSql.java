package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.Remark;
import io.agencytasks.functions.aws.Statement;

/** Cancels a task that is not running; one that is cancelled already stays as it is (FR-008). */
final class CancelSql {
  private static final String SQL =
      new ChangeFrame(
              """
              when t.status = 'in_progress' then 'running'
              when t.status = 'completed' then 'final'
              when t.status = 'cancelled' then 'done_already'
              """,
              """
              status = 'cancelled',
              status_reason = coalesce(cast(:reason as varchar), 'Cancelled by user')
              """)
          .sql();

  private CancelSql() {}

  static Statement of(Action.Cancel cancel) {
    return Statement.once(SQL).text("reason", cancel.reason().map(Remark::value).orElse(null));
  }
}
