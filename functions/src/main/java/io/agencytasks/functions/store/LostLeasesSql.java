package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/**
 * Ends executions whose worker died or whose callback did not come, and decides what becomes of
 * their tasks.
 */
@Singleton
final class LostLeasesSql implements EndLostLeases.Store {
  private static final String SQL =
      """
      with task as (
        select t.*
        from agency_tasks t
        where t.id in (
          select e.task_id
          from task_executions e
          where e.status = 'started'
            and e.lease_until < now()
          order by e.lease_until
          limit :atMost)
        order by t.id
        for update skip locked
      ),
      ended as (
        update task_executions e
        set status = case when e.awaits_callback then 'timed_out' else 'lost' end,
            lease_until = null,
            completed_at = now(),
            duration = milliseconds(e.started_at, now()),
            error = case
              when e.awaits_callback then 'No callback came by ' || in_utc(e.lease_until) || '.'
              else 'Its worker was not heard of any more.'
            end,
            error_code = case when e.awaits_callback then 'NO_CALLBACK' else 'LEASE_LOST' end
        from task t
        where e.task_id = t.id
          and e.status = 'started'
          and e.lease_until < now()
        returning e.task_id, e.error
      ),
      verdict as (
        select t.id, t.user_id, t.status, ended.error,
               case
                 when t.on_uncertain = 'ask' then 'waiting_input'
                 when t.error_count >= t.max_retries then 'failed'
                 else 'pending'
               end as next
        from ended
        join task t on t.id = ended.task_id
        where t.status = 'in_progress'
      ),
      moved as (
        update agency_tasks t
        set status = v.next,
            status_reason = case v.next when 'waiting_input' then :question end,
            asks = case v.next when 'waiting_input' then 'verdict' else t.asks end,
            error_count = t.error_count + 1,
            last_error = v.error,
            triggered_by = case v.next when 'pending' then 'retry' else t.triggered_by end,
            not_before = now()
        from verdict v
        where t.id = v.id
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
        select id, user_id, 'sweep', status, next, error
        from verdict
      )
      select 'lost' as kind, cast(count(*) as text) as json
      from ended
      """;

  private final DataApi database;

  LostLeasesSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int end(int atMost) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .number("atMost", atMost)
                .text("question", SettleSql.QUESTION));
    return TaskRows.first(rows, "lost").map(Integer::parseInt).orElse(0);
  }
}
