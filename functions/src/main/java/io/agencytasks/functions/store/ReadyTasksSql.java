package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.RingForTheUnheard;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds tasks that could run now: any will do. */
@Singleton
final class ReadyTasksSql implements RingForTheUnheard.Store {
  private static final String SQL =
      """
      select 'task' as kind, cast(waiting.id as text) as json
      from ready_tenants r
      cross join lateral (
        select t.id
        from agency_tasks t
        where t.user_id = r.user_id
          and t.lane = :lane
          and t.not_before <= now()
          and {ready}
        order by t.run_order, t.id
        limit :atMost
      ) waiting
      limit :atMost
      """
          .replace("{ready}", Ready.GUARDS);

  private final DataApi database;

  ReadyTasksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public List<TaskId> find(Lane lane, int atMost) {
    var rows =
        database.rows(
            Statement.repeatable(SQL).text("lane", lane.toString()).number("atMost", atMost));
    return TaskRows.all(rows, "task", TaskId.class);
  }
}
