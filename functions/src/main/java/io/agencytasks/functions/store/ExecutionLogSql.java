package io.agencytasks.functions.store;

/**
 * A row for each execution of a user's tasks, by when it was started. Each lane is read by itself,
 * as the index that has them in order of time begins with it.
 */
final class ExecutionLogSql {
  static final String SQL =
      ReportFrame.of(
          """
          select e.at, e.id, e.json
          from (values ('standard'), ('browser')) as lanes (lane)
          cross join lateral (
            select e.started_at as at, e.id,
                   cast(jsonb_strip_nulls(jsonb_build_object(
                     'id', e.id,
                     'at', e.started_at,
                     'task_id', e.task_id,
                     'title', t.title,
                     'attempt', e.attempt_number,
                     'status', e.status,
                     'triggered_by', e.triggered_by,
                     'completed_at', e.completed_at,
                     'duration', e.duration,
                     'error_code', e.error_code,
                     'error', e.error)) as text) as json
            from task_executions e
            {itsTask}
            where e.lane = lanes.lane
              and {wanted}
            order by e.started_at, e.id
            limit :mostRows) e
          order by e.at, e.id
          limit :mostRows
          """,
          "e",
          "e.started_at",
          "e.status");

  private ExecutionLogSql() {}
}
