package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Takes the most urgent ready tasks. Priority orders a tenant's own tasks; between tenants the one
 * with the fewest running executions goes first.
 */
@Singleton
final class ClaimSql implements RunExecutions.Claims {
  /** Candidates beyond those wanted, since others who claim at the same time hold some of them. */
  private static final int ELBOW_ROOM = 100;

  private static final String SQL =
      """
      with recursive tenants (user_id) as (
        (select t.user_id
         from agency_tasks t
         where t.lane = :lane
           and {ready}
         order by t.user_id
         limit 1)
        union all
        select (select t.user_id
                from agency_tasks t
                where t.lane = :lane
                  and t.user_id > tenants.user_id
                  and {ready}
                order by t.user_id
                limit 1)
        from tenants
        where tenants.user_id is not null
      ),
      running as (
        select user_id, count(*) as executions
        from task_executions
        where status = 'started'
        group by user_id
      ),
      candidates as (
        select urgent.id, urgent.run_order, coalesce(executions, 0) + urgent.place as place
        from tenants
        left join running using (user_id)
        cross join lateral (
          select t.id, t.run_order, row_number() over (order by t.run_order, t.id) as place
          from agency_tasks t
          where t.lane = :lane
            and t.user_id = tenants.user_id
            and t.not_before <= now()
            and {ready}
          order by t.run_order, t.id
          limit :cap
        ) urgent
        where coalesce(executions, 0) + urgent.place <= :cap
      ),
      shortlist as (
        select id, place, run_order
        from candidates
        order by place, run_order, id
        limit :shortlist
      ),
      taken as (
        select t.*
        from shortlist c
        join agency_tasks t on t.id = c.id
        where t.not_before <= now()
          and {ready}
        order by c.place, c.run_order, c.id
        limit :atMost
        for update of t skip locked
      ),
      started as (
        insert into task_executions (
          task_id, user_id, lane, triggered_by, triggered_by_user_id, lease_until, attempt_number)
        select
          id, user_id, lane, triggered_by, triggered_by_user_id,
          now() + make_interval(secs => :leaseSeconds),
          1 + (select count(*) from task_executions e where e.task_id = taken.id)
        from taken
        returning task_id, execution_uuid, attempt_number
      ),
      moved as (
        update agency_tasks t
        set status = 'in_progress',
            status_reason = null
        from started
        where t.id = started.task_id
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, from_status, to_status)
        select id, user_id, 'engine', status, 'in_progress'
        from taken
      )
      select 'execution' as kind,
             cast(jsonb_build_object(
               'token', s.execution_uuid,
               'task_id', t.id,
               'task_uuid', t.task_uuid,
               'user_id', t.user_id,
               'attempt', s.attempt_number,
               'task_type', t.task_type,
               'title', t.title,
               'config', coalesce(t.execution_config, '{}'),
               'input', t.input) as text) as json
      from started s
      join taken t on t.id = s.task_id
      """
          .replace("{ready}", Ready.GUARDS);

  private final DataApi database;
  private final EngineLimits limits;

  ClaimSql(DataApi database, EngineLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  @Override
  public List<ClaimedExecution> claim(Lane lane, int atMost, Duration lease) {
    var rows =
        database.rows(
            Statement.once(SQL)
                .text("lane", lane.toString())
                .number("atMost", atMost)
                .number("shortlist", atMost + ELBOW_ROOM)
                .number("cap", limits.maxConcurrentExecutionsPerUser())
                .number("leaseSeconds", lease.toSeconds()));
    return TaskRows.all(rows, "execution", ClaimedExecution.class);
  }
}
