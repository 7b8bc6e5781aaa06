package io.agencytasks.functions.store;

import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.functions.aws.Statement;

/** Releases a task that a person wants run now (FR-007). */
final class ExecuteSql {
  private static final String SQL =
      new ChangeFrame(
              """
              when t.status = 'in_progress' then 'running'
              when t.status in ('completed', 'cancelled') or t.payloads_cleared_at is not null
                then 'final'
              when t.status = 'waiting_input' then 'waiting_input'
              when t.requires_human_review then 'review'
              when not t.assigned_to_bot then 'assigned_to_person'
              when t.blocked_by is not null then 'blocked'
              """,
              """
              status = case t.status when 'deferred' then 'pending' else 'queued' end,
              status_reason = null,
              error_count = 0,
              head_start = {headStart} + {wish},
              triggered_by = 'manual',
              triggered_by_user_id = t.user_id,
              released_at = now(),
              not_before = now()
              """)
          .with("headStart", HeadStarts.secondsOf("t"))
          .with("wish", HeadStarts.WISH)
          .with("why", "'Asked to run now'")
          .with("noted", "true")
          .with(
              "details",
              """
              case v.refusal when 'blocked' then (
                select jsonb_agg(b.id order by b.id)
                from task_dependencies d
                join agency_tasks b on b.id = d.depends_on_id
                where d.task_id = t.id
                  and b.status <> 'completed'
                  and not (b.status in ('failed', 'cancelled') and t.on_dependency_failure = 'run')) end
              """)
          .sql();

  private ExecuteSql() {}

  static Statement of(HeadStart headStart) {
    return Statement.once(SQL).text("headStarts", HeadStarts.document(headStart));
  }
}
