package io.agencytasks.functions.store;

/** A row for each task of a user, by when it was created. */
final class TaskSummarySql {
  static final String SQL =
      ReportFrame.of(
          """
          select t.created_at as at, t.id,
                 cast(jsonb_strip_nulls(jsonb_build_object(
                   'id', t.id,
                   'at', t.created_at,
                   'title', t.title,
                   'task_type', t.task_type,
                   'status', t.status,
                   'priority', t.priority,
                   'category', t.category,
                   'tags', t.tags,
                   'started_at', t.started_at,
                   'completed_at', t.completed_at,
                   'attempts', (
                     select coalesce(max(e.attempt_number), 0)
                     from task_executions e
                     where e.task_id = t.id),
                   'last_error', t.last_error)) as text) as json
          from agency_tasks t
          where {wanted}
          order by t.created_at, t.id
          limit :mostRows
          """,
          "t",
          "t.created_at",
          "t.status");

  private TaskSummarySql() {}
}
