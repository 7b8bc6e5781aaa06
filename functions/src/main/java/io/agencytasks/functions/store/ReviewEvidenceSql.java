package io.agencytasks.functions.store;

/**
 * A row for each decision on a review of a user's tasks, by when it was made: what approvals and
 * rejections wrote down, when what was approved was opened again, and what came of a deadline.
 */
final class ReviewEvidenceSql {
  static final String SQL =
      ReportFrame.of(
          """
          select v.occurred_at as at, v.id,
                 cast(jsonb_strip_nulls(jsonb_build_object(
                   'id', v.id,
                   'at', v.occurred_at,
                   'task_id', v.task_id,
                   'title', coalesce((
                     select later.changes -> 'title' ->> 'before'
                     from task_events later
                     where later.task_id = v.task_id
                       and later.id > v.id
                       and later.changes -> 'title' is not null
                     order by later.id
                     limit 1), t.title),
                   'decision', d.decision,
                   'decided_by', coalesce(u.name, u.email, u.subject),
                   'notes', v.reason,
                   'content_hash', coalesce(
                     v.changes -> 'reviewHash' ->> 'after',
                     v.changes -> 'reviewHash' ->> 'before'))) as text) as json
          from task_events v
          {itsTask}
          left join users u on u.id = v.actor_user_id
          cross join lateral (
            select case
                     when v.actor = 'sweep' then 'overdue'
                     when v.changes -> 'reviewHash' ->> 'after' is null then 'reopened'
                     when v.to_status = 'cancelled' and v.from_status <> 'cancelled'
                       and v.reason like 'Rejected: %'
                       and v.changes -> 'requiresHumanReview' is null then 'rejected'
                     else 'approved'
                   end as decision) d
          where (v.changes -> 'reviewHash' is not null
                 or v.actor = 'sweep' and v.changes -> 'reviewDeadline' is not null)
            and {wanted}
          order by v.occurred_at, v.id
          limit :mostRows
          """,
          "v", "v.occurred_at", "d.decision");

  private ReviewEvidenceSql() {}
}
