package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.ClearPayloads;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/**
 * Empties the payloads of tasks that ended long ago, of their executions and of the messages that
 * they were made of, and notes whose artifacts are to be deleted.
 */
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
        returning t.id, t.user_id, t.source_message_id
      ),
      emptied as (
        insert into artifact_deletions (task_id, user_id)
        select id, user_id
        from cleared
        where may_have_artifacts(id)
        on conflict (task_id) do nothing
      ),
      messages as (
        update inbound_messages m
        set body = null,
            subject = null
        from cleared
        where m.id = cleared.source_message_id
      ),
      executions as (
        update task_executions e
        set output = null,
            logs = null,
            step_results = null,
            screenshots = null,
            artifacts = '[]',
            artifacts_unsure = false,
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
