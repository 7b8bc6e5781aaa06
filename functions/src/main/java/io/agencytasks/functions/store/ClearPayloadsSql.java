package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.ClearPayloads;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Empties the payloads of tasks that ended long ago, and of their executions. */
@Singleton
final class ClearPayloadsSql implements ClearPayloads.Store {
  private static final String SQL =
      """
      with old as (
        select id
        from agency_tasks
        where ended_at < now() - make_interval(days => cast(:days as integer))
          and payloads_cleared_at is null
        order by ended_at
        limit :atMost
        for update skip locked
      ),
      cleared as (
        update agency_tasks t
        set execution_config = null,
            original_message = null,
            input = null,
            result = null,
            payloads_cleared_at = now()
        from old
        where t.id = old.id
        returning t.id
      ),
      executions as (
        update task_executions e
        set output = null,
            logs = null,
            step_results = null,
            error_stack = null
        from cleared
        where e.task_id = cleared.id
      )
      select 'cleared' as kind, cast(count(*) as text) as json
      from cleared
      """;

  private final DataApi database;

  ClearPayloadsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int clear(int days, int atMost) {
    var rows =
        database.rows(Statement.repeatable(SQL).number("days", days).number("atMost", atMost));
    return TaskRows.first(rows, "cleared").map(Integer::parseInt).orElse(0);
  }
}
