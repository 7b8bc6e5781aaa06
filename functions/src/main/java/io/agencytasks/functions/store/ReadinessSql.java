package io.agencytasks.functions.store;

import io.agencytasks.domain.readiness.GetReadiness;
import io.agencytasks.domain.readiness.Link;
import io.agencytasks.domain.readiness.Standing;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Reads how a task stands: by the guards of a claim, in the order of claims. The time is asked for
 * after the snapshot is taken, and so is later than any time written to what is seen: {@code now()}
 * is when the transaction began, and a task released after that would seem to wait.
 */
@Singleton
final class ReadinessSql implements GetReadiness.Store {
  /** Tasks that a chain shows at most. */
  private static final int LONGEST_CHAIN = 1000;

  private static final String SQL =
      """
      with recursive moment as materialized (
        select clock_timestamp() as now
      ),
      task as (
        select t.*, {ready} and t.not_before <= (select now from moment) as ready
        from agency_tasks t
        join users u on u.id = t.user_id
        where t.id = :id
          and u.subject = :subject
      ),
      ahead as (
        select count(t.id) as tasks
        from task
        join agency_tasks t
          on t.lane = task.lane
          and t.user_id = task.user_id
          and (t.run_order, t.id) < (task.run_order, task.id)
        where task.ready
          and t.not_before <= (select now from moment)
          and {ready}
      ),
      running as (
        select count(e.id) as executions
        from task
        join task_executions e on e.user_id = task.user_id
        where e.status = 'started'
          and not e.awaits_callback
      ),
      latest as (
        select e.started_at
        from task_executions e
        where e.user_id = (select user_id from task)
          and e.lane = (select lane from task)
          and e.started_at > now() - interval '1 hour'
        order by e.started_at desc
        limit 1000
      ),
      waits (id) as (
        select id from task
        union
        select b.id
        from waits
        join agency_tasks t on t.id = waits.id
        join task_dependencies d on d.task_id = t.id
        join agency_tasks b on b.id = d.depends_on_id
        where {blocks}
      ),
      chain as materialized (
        select id, row_number() over () - 1 as place
        from (select id from waits limit :longestChain + 1) nearest
      ),
      rows as materialized (
        select chain.place,
               cast(json_build_object(
                 'id', t.id,
                 'status', t.status,
                 'depends_on', coalesce((
                   select json_agg(b.id order by b.id)
                   from task_dependencies d
                   join agency_tasks b on b.id = d.depends_on_id
                   where d.task_id = t.id
                     and {blocks}), '[]')) as text) as json
        from chain
        join agency_tasks t on t.id = chain.id
        where chain.place > 0
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'standing' as kind,
               cast(jsonb_build_object(
                 'now', (select now from moment),
                 'status', status,
                 'ready', ready,
                 'assigned_to_bot', assigned_to_bot,
                 'requires_human_review', requires_human_review,
                 'blocked', blocked_by is not null,
                 'released', released_at is not null,
                 'execution_type', execution_type,
                 'triggered_by', triggered_by,
                 'scheduled_for', scheduled_for,
                 'not_before', case when isfinite(not_before) then not_before end,
                 'status_reason', status_reason,
                 'input_deadline', input_deadline,
                 'place', jsonb_build_object(
                   'ahead', (select tasks from ahead),
                   'running', (select executions from running),
                   'cap', cast(:cap as integer),
                   'starts', (select count(*) from latest),
                   'since', (select min(started_at) from latest))) as text) as json
        from task
        union all
        {items}
      )
      select kind, json
      from answer
      order by place, piece
      """
          .replace("{ready}", Ready.GUARDS)
          .replace(
              "{blocks}",
              """
              t.blocked_by is not null
                    and t.status not in ('completed', 'cancelled')
                    and b.status <> 'completed'
                    and not (b.status in ('failed', 'cancelled') and t.on_dependency_failure = 'run')
              """
                  .strip())
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS);

  private final DataApi database;
  private final EngineLimits limits;

  ReadinessSql(DataApi database, EngineLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  @Override
  public Optional<GetReadiness.Found> find(Owner owner, TaskId id) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .number("id", id.value())
                .text("subject", owner.subject())
                .number("cap", limits.maxConcurrentExecutionsPerUser())
                .number("longestChain", LONGEST_CHAIN)
                .number("mostBytes", Parts.MOST_BYTES));
    return TaskRows.first(rows, "standing")
        .map(json -> TaskRows.read(json, Standing.class))
        .map(standing -> new GetReadiness.Found(standing, Parts.items(rows, Link.class)));
  }
}
