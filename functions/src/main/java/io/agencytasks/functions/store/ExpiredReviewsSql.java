package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.ExpireReviews;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Acts on reviews that are overdue: nobody has decided, so nobody is named as reviewer. */
@Singleton
final class ExpiredReviewsSql implements ExpireReviews.Store {
  private static final String SQL =
      """
      with task as (
        select t.*, t as whole
        from agency_tasks t
        where t.id in (
            select t.id
            from agency_tasks t
            where {overdue}
            order by t.review_deadline
            limit :atMost)
          and {overdue}
        order by t.id
        for update skip locked
      ),
      raised as (
        select t.id, t.urgency,
               case
                 when t.on_review_expiry <> 'escalate' then t.priority
                 when t.priority = 'low' then 'medium'
                 when t.priority = 'medium' then 'high'
                 else 'critical'
               end as priority
        from task t
      ),
      verdict as (
        select r.*,
               case t.on_review_expiry when 'reject' then 'cancelled' else t.status end as next,
               'Review deadline passed' || case t.on_review_expiry
                 when 'hold' then ', and it still awaits review'
                 when 'reject' then ''
                 else ', its priority is now ' || r.priority
               end as reason
        from raised r
        join task t using (id)
      ),
      moved as (
        update agency_tasks t
        set status = v.next,
            priority = v.priority,
            head_start = greatest(0, t.head_start + {headStart} - {headStartBefore}),
            status_reason = case v.next when 'waiting_input' then t.status_reason else v.reason end,
            review_deadline = null
        from verdict v
        where t.id = v.id
        returning t.*, t as whole
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, from_status, to_status, reason, changes)
        select m.id, m.user_id, 'sweep', t.status, m.status, v.reason,
               changed_fields(audited_fields(t.whole), audited_fields(m.whole))
        from moved m
        join task t using (id)
        join verdict v using (id)
      )
      select 'unreviewed' as kind, cast(count(*) as text) as json
      from task
      """
          .replace(
              "{overdue}",
              // The condition of the partial index agency_tasks_review_deadline, and that it is
              // time.
              "t.review_deadline <= now() and t.requires_human_review and t.status in"
                  + " ('pending', 'queued', 'waiting_input', 'deferred', 'failed')")
          .replace("{headStart}", HeadStarts.secondsOf("v"))
          .replace("{headStartBefore}", HeadStarts.secondsOf("t"));

  private final DataApi database;
  private final String headStarts;

  ExpiredReviewsSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  @Override
  public int expire(int atMost) {
    var rows =
        database.rows(
            Statement.repeatable(SQL).number("atMost", atMost).text("headStarts", headStarts));
    return TaskRows.first(rows, "unreviewed").map(Integer::parseInt).orElse(0);
  }
}
