package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Takes the most urgent ready tasks. Priority orders a tenant's own tasks; between tenants the one
 * with the fewest running executions goes first.
 *
 * <p>Tenants are locked before their tasks are looked at anew, so that no two claims at once exceed
 * a tenant's cap. Where tenants are few, claims wait for each other, always in one order; where
 * they are many, each leaves out those that another has, so nobody waits. Nothing else waits for
 * these locks, and no claim waits for a task's.
 *
 * <p>The first tasks of most tenants are among the most urgent of all, which are read at one go;
 * who has none there is looked at by himself. A tenant who runs nothing goes before all who do:
 * where the most urgent tasks are of many such tenants, nobody else is looked at.
 */
@Singleton
final class ClaimSql implements RunExecutions.Claims {
  /** Tasks of a tenant beyond those wanted, since people may be changing some of them. */
  private static final int ELBOW_ROOM = 100;

  /** Up to here claims wait for each other: ten at once could hold all of these tenants. */
  private static final int FEW_TENANTS = 100;

  /** How many of the most urgent tasks are read at one go. */
  private static final int FRONT_ROW = 300;

  private static final String SQL =
      """
      with running as (
        select user_id, count(*) as executions
        from task_executions
        where status = 'started'
          and not awaits_callback
        group by user_id
      ),
      front as materialized (
        select user_id, min(place) as place
        from (
          select t.user_id, row_number() over (order by t.run_order, t.id) as place
          from agency_tasks t
          where t.lane = :lane
            and t.not_before <= now()
            and t.run_order is not null
            and {ready}
          order by t.run_order, t.id
          limit :frontRow
        ) first
        group by user_id
      ),
      heads as materialized (
        select user_id, row_number() over (order by executions, place, run_order, id) as turn
        from (
          select user_id, coalesce(executions, 0) as executions, place,
                 cast(null as timestamptz) as run_order, cast(null as bigint) as id
          from front
          left join running using (user_id)
          union all
          select r.user_id, coalesce(executions, 0), null, head.run_order, head.id
          from ready_tenants r
          left join running using (user_id)
          cross join lateral (
            select t.id, t.run_order
            from agency_tasks t
            where t.user_id = r.user_id
              and t.lane = :lane
              and t.not_before <= now()
              and {ready}
            order by t.run_order, t.id
            limit 1
          ) head
          where r.user_id not in (select user_id from front)
            and (select count(*) from front where user_id not in (select user_id from running))
                  <= :fewTenants
        ) first
        where executions < :cap
      ),
      awaited as (
        select r.user_id
        from ready_tenants r
        where (select count(*) from heads) <= :fewTenants
          and r.user_id in (select user_id from heads)
        order by r.user_id
        for no key update
      ),
      unheld as (
        select r.user_id
        from heads
        join ready_tenants r on r.user_id = heads.user_id
        where (select count(*) from heads) > :fewTenants
        order by heads.turn
        for no key update of r skip locked
      ),
      tenants as (
        select line.*
        from (
          (select user_id from awaited join heads using (user_id) order by turn)
          union all
          select user_id from unheld
        ) held
        cross join lateral line_now(:lane, held.user_id, :cap, :shortlist) line
        where line.tasks is not null
        limit :atMost
      ),
      candidates as (
        select waiting.id, waiting.run_order, tenants.running + waiting.rank as place
        from tenants
        cross join lateral unnest(tenants.tasks, tenants.run_orders)
          with ordinality as waiting (id, run_order, rank)
        order by place, run_order, id
      ),
      taken as (
        select t.*
        from candidates c
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
               'input', t.input,
               'waited', greatest(0, extract(epoch from now() - t.not_before))) as text) as json
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
                .number("fewTenants", FEW_TENANTS)
                .number("frontRow", FRONT_ROW)
                .number("cap", limits.maxConcurrentExecutionsPerUser())
                .number("leaseSeconds", lease.toSeconds()));
    return TaskRows.all(rows, "execution", ClaimedExecution.class);
  }
}
