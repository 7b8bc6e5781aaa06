package io.agencytasks.functions.store;

import io.agencytasks.domain.history.GetEvents;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.history.TaskEvent;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads a task's audit trail (NFR-023). */
@Singleton
final class EventsSql implements GetEvents.Store {
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
        select v.*
        from task_events v
        where v.task_id = (select id from task)
          and v.id < :beforeId
        order by v.id desc
        limit :limit offset :offset
      ),
      rows as materialized (
        select row_number() over (order by v.id desc) as place, cast(to_jsonb(v) as text) as json
        from page v
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'total' as kind,
               cast((select count(*) from task_events v where v.task_id = task.id) as text) as json
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

  EventsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<History<TaskEvent>> events(Owner owner, TaskId id, Stretch stretch) {
    var first = part(owner, id, stretch, Long.MAX_VALUE);
    return TaskRows.first(first, "total")
        .map(Long::parseLong)
        .map(
            total ->
                new History<>(
                    Parts.all(
                        first,
                        TaskEvent.class,
                        (last, left) -> part(owner, id, new Stretch(left, 0), last.id())),
                    total));
  }

  private List<Row> part(Owner owner, TaskId id, Stretch stretch, long beforeId) {
    return database.rows(
        Statement.repeatable(SQL)
            .number("id", id.value())
            .text("subject", owner.subject())
            .number("beforeId", beforeId)
            .number("limit", stretch.limit())
            .number("offset", stretch.offset())
            .number("mostBytes", Parts.MOST_BYTES));
  }
}
