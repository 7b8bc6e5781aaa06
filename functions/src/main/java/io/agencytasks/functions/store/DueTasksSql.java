package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.sweep.ReleaseDueTasks;
import io.agencytasks.domain.task.Due;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Releases tasks whose time has come, or comes before the next sweep. */
@Singleton
final class DueTasksSql implements ReleaseDueTasks.Store, RunExecutions.Releases {
  private static final String SQL =
      """
      with scheduled as (
        select t.id, t.user_id, t.lane, t.status, t.status as next, t.scheduled_for as due, false as waits
        from agency_tasks t
        where t.released_at is null
          and t.status in ('pending', 'queued')
          and t.scheduled_for <= now() + cast(:horizon as bigint) * interval '1 millisecond'
          and t.execution_type <> 'manual_trigger'
        order by t.scheduled_for
        limit :atMost
        for update skip locked
      ),
      deferred as (
        select t.id, t.user_id, t.lane, t.status, 'pending' as next, t.not_before as due,
               t.execution_type = 'manual_trigger' and t.released_at is null as waits
        from agency_tasks t
        where t.status = 'deferred'
          and t.not_before <= now() + cast(:horizon as bigint) * interval '1 millisecond'
        order by t.not_before
        limit :atMost
        for update skip locked
      ),
      due as (
        select * from scheduled
        union all
        select * from deferred
      ),
      moved as (
        update agency_tasks t
        set status = d.next,
            status_reason = case when d.next = t.status then t.status_reason else {whyItWaits} end,
            triggered_by = case when d.waits then t.triggered_by else 'schedule' end,
            released_at = case when not d.waits then d.due end,
            not_before = d.due
        from due d
        where t.id = d.id
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
        select id, user_id, 'sweep', status, next, 'Its time has come'
        from due
        where status <> next
      )
      select 'due' as kind,
             cast(jsonb_build_object(
               'task', id,
               'lane', lane,
               'in', greatest(0, extract(epoch from due - now()))) as text) as json
      from due
      """
          .replace("{whyItWaits}", Blockers.whyItWaitsFor("t.blocked_by"));

  private final DataApi database;

  DueTasksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public List<Due> release(Duration horizon, int atMost) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .number("horizon", horizon.toMillis())
                .number("atMost", atMost));
    return TaskRows.all(rows, "due", Due.class);
  }
}
