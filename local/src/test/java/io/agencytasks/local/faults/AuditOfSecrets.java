package io.agencytasks.local.faults;

import io.agencytasks.local.spine.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What must hold of the calls of some users who have all the secrets that their tasks name. */
record AuditOfSecrets(Rows rows, List<String> subjects) {
  /** Nothing was sent, so nobody is asked: it is tried again as often as the task may be. */
  private static final String LOOKED_FOR =
      Audit.TASKS
          + """
          , execution as (
            select * from task_executions where task_id in (select id from task)
          )
          select 'a secret that is there was not found', task_id, cast(id as text)
          from execution
          where error_code = 'SECRET_NOT_FOUND'
          union all
          select 'out of reach, but not tried again', x.task_id, e.to_status
          from execution x
          join task t on t.id = x.task_id
          join task_events e
            on e.task_id = x.task_id
              and e.occurred_at = x.completed_at
              and e.from_status = 'in_progress'
          where x.error_code = 'SECRETS_UNAVAILABLE'
            and e.to_status <> 'pending'
            and not (e.to_status = 'failed' and t.max_retries < (
              select count(*)
              from execution f
              where f.task_id = x.task_id
                and f.status in ('failed', 'timed_out', 'lost')
                and f.completed_at <= x.completed_at))
          """;

  /**
   * Everything that must not be, each in a line.
   *
   * @param unproven the titles whose work was asked for with another secret than its task names
   */
  List<String> findings(Collection<String> unproven) throws SQLException {
    List<String> findings = new ArrayList<>(rows.of(LOOKED_FOR, Audit.json(subjects)));
    unproven.forEach(title -> findings.add("called without its secret, or with another " + title));
    return findings;
  }
}
