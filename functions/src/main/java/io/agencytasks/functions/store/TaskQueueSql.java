package io.agencytasks.functions.store;

import io.agencytasks.domain.queue.GetQueue;
import io.agencytasks.domain.queue.QueueCounts;
import io.agencytasks.domain.queue.QueueFilter;
import io.agencytasks.domain.queue.QueuedTask;
import io.agencytasks.domain.queue.TaskQueue;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads what runs and what waits, each with its place in the order of claims (FR-009). */
@Singleton
final class TaskQueueSql implements GetQueue.Store {
  private static final String SQL =
      """
      with owner as (
        select id from users where subject = :subject
      ),
      active as not materialized (
        select t.id, t.priority_rank, t.created_at,
               case
                 when t.status = 'in_progress' then 'running'
                 when t.status = 'deferred' then case when t.not_before > now() then 'scheduled' end
                 when t.scheduled_for > now() then 'scheduled'
                 else 'pending'
               end as stage
        from agency_tasks t
        where t.user_id = (select id from owner)
          and t.status in ('pending', 'queued', 'in_progress', 'deferred')
      ),
      counts as (
        select count(*) filter (where stage = 'running') as running,
               count(*) filter (where stage = 'pending') as pending,
               count(*) filter (where stage = 'scheduled') as scheduled
        from active
      ),
      page as materialized (
        select id, row_number() over (order by priority_rank desc, created_at desc, id desc) as place
        from active
        where case :filter when 'all' then stage is not null else stage = :filter end
          and (priority_rank, created_at, id)
              < (cast(:beforeRank as smallint), cast(:beforeTime as timestamptz), :beforeId)
        order by priority_rank desc, created_at desc, id desc
        limit :limit
      ),
      moment as materialized (
        select clock_timestamp() as now
      ),
      line as (
        select t.id, row_number() over (partition by t.lane order by t.run_order, t.id) as position
        from agency_tasks t
        where t.lane in ('standard', 'browser')
          and t.user_id = (select id from owner)
          and t.not_before <= (select now from moment)
          and {ready}
      ),
      rows as materialized (
        select page.place,
               cast(json_build_object(
                 'task', cast({summary} as json),
                 'position', line.position) as text) as json
        from page
        join agency_tasks t on t.id = page.id
        left join line on line.id = page.id
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'counts' as kind, cast(to_json(counts) as text) as json
        from counts
        union all
        select 0, 0, 'size', cast(count(*) as text)
        from page
        union all
        {items}
      )
      select kind, json
      from answer
      order by place, piece
      """
          .replace("{ready}", Ready.GUARDS)
          .replace("{summary}", TaskRows.SUMMARY)
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS);

  private final DataApi database;

  TaskQueueSql(DataApi database) {
    this.database = database;
  }

  @Override
  public TaskQueue queue(Owner owner, QueueFilter filter, int limit) {
    var first = part(owner, filter, limit, Optional.empty());
    var tasks =
        Parts.all(
            first, QueuedTask.class, (last, left) -> part(owner, filter, left, Optional.of(last)));
    var counts = TaskRows.all(first, "counts", QueueCounts.class).getFirst();
    return new TaskQueue(tasks, counts);
  }

  private List<Row> part(Owner owner, QueueFilter filter, int limit, Optional<QueuedTask> after) {
    var last = after.map(QueuedTask::task);
    return database.rows(
        Statement.repeatable(SQL)
            .text("subject", owner.subject())
            .text("filter", filter.toString())
            .number("beforeRank", last.map(TaskQueueSql::rank).orElse((int) Short.MAX_VALUE))
            .text("beforeTime", last.map(t -> t.createdAt().toString()).orElse("infinity"))
            .number("beforeId", last.map(t -> t.id().value()).orElse(Long.MAX_VALUE))
            .number("limit", limit)
            .number("mostBytes", Parts.MOST_BYTES));
  }

  /** The column priority_rank. */
  private static int rank(TaskSummary task) {
    return switch (task.priority()) {
      case LOW -> 0;
      case MEDIUM -> 1;
      case HIGH -> 2;
      case CRITICAL -> 3;
    };
  }
}
