package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.ExpireInputs;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Fails tasks in waiting_input whose deadline has passed. */
@Singleton
final class ExpiredInputsSql implements ExpireInputs.Store {
  private static final String SQL =
      """
      with task as (
        select t.id, t.user_id, t.status,
               format('No input was given by %s.', in_utc(t.input_deadline)) as reason
        from agency_tasks t
        where t.id in (
            select id
            from agency_tasks
            where status = 'waiting_input'
              and input_deadline <= now()
            order by input_deadline
            limit :atMost)
          and t.status = 'waiting_input'
          and t.input_deadline <= now()
        order by t.id
        for update skip locked
      ),
      moved as (
        update agency_tasks t
        set status = 'failed',
            status_reason = e.reason,
            last_error = e.reason,
            input_deadline = null
        from task e
        where t.id = e.id
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
        select id, user_id, 'sweep', status, 'failed', reason
        from task
      )
      select 'expired' as kind, cast(count(*) as text) as json
      from task
      """;

  private final DataApi database;

  ExpiredInputsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int expire(int atMost) {
    var rows = database.rows(Statement.repeatable(SQL).number("atMost", atMost));
    return TaskRows.first(rows, "expired").map(Integer::parseInt).orElse(0);
  }
}
