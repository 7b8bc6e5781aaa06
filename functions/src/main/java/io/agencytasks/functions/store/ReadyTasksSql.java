package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.sweep.RingForTheUnheard;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds tasks that could run now, in the order of their index: any will do. */
@Singleton
final class ReadyTasksSql implements RingForTheUnheard.Store {
  private static final String SQL =
      """
      select 'task' as kind, cast(t.id as text) as json
      from agency_tasks t
      where t.lane = :lane
        and t.not_before <= now()
        and {ready}
      order by t.user_id, t.run_order
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
