package io.agencytasks.functions.store;

import io.agencytasks.domain.history.GetExecutions;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Execution;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads a task's attempts, each near 64 KB at worst (FR-012). */
@Singleton
final class ExecutionsSql implements GetExecutions.Store {
  private static final String SQL =
      """
      with task as (
        select t.id
        from agency_tasks t
        join users u on u.id = t.user_id
        where t.id = :id
          and u.subject = :subject
      ),
      page as materialized (
        select e.*
        from task_executions e
        where e.task_id = (select id from task)
          and (e.started_at, e.id) < (cast(:beforeTime as timestamptz), :beforeId)
        order by e.started_at desc, e.id desc
        limit :limit offset :offset
      ),
      rows as materialized (
        select row_number() over (order by e.started_at desc, e.id desc) as place,
               cast(to_jsonb(e) as text) as json
        from page e
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'total' as kind,
               cast((select count(*) from task_executions e where e.task_id = task.id) as text) as json
        from task
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
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS);

  private final DataApi database;

  ExecutionsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<History<Execution>> executions(Owner owner, TaskId id, Stretch stretch) {
    var first = part(owner, id, stretch, Optional.empty());
    return TaskRows.first(first, "total")
        .map(Long::parseLong)
        .map(
            total ->
                new History<>(
                    Parts.all(
                        first,
                        Execution.class,
                        (last, left) -> part(owner, id, new Stretch(left, 0), Optional.of(last))),
                    total));
  }

  private List<Row> part(Owner owner, TaskId id, Stretch stretch, Optional<Execution> after) {
    return database.rows(
        Statement.repeatable(SQL)
            .number("id", id.value())
            .text("subject", owner.subject())
            .text("beforeTime", after.map(e -> e.startedAt().toString()).orElse("infinity"))
            .number("beforeId", after.map(Execution::id).orElse(Long.MAX_VALUE))
            .number("limit", stretch.limit())
            .number("offset", stretch.offset())
            .number("mostBytes", Parts.MOST_BYTES));
  }
}
