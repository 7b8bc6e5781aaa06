package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.MeasureBacklog;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Counts what is to be done, from the indexes of what is ready, what runs and what is queued. */
@Singleton
final class BacklogSql implements MeasureBacklog.Store {
  private static final int AT_MOST = 1_000_000;

  private static final String SQL =
      """
      with ready as (
        select count(*) as tasks, min(not_before) as first
        from (
          select t.not_before
          from agency_tasks t
          where t.not_before <= now()
            and {ready}
          limit :atMost
        ) them
      ),
      unclaimed as (
        select count(*) as tasks
        from (
          select
          from agency_tasks
          where status in ('pending', 'queued', 'deferred')
          limit :atMost
        ) them
      )
      select 'backlog' as kind,
             cast(jsonb_build_object(
               'ready', ready.tasks,
               'running', (
                 select count(*)
                 from task_executions
                 where status = 'started'
                   and not awaits_callback),
               'waiting', greatest(0, unclaimed.tasks - ready.tasks),
               'oldest', coalesce(extract(epoch from now() - ready.first), 0)) as text) as json
      from ready
      cross join unclaimed
      """
          .replace("{ready}", Ready.GUARDS);

  private final DataApi database;

  BacklogSql(DataApi database) {
    this.database = database;
  }

  @Override
  public MeasureBacklog.Backlog look() {
    var rows = database.rows(Statement.repeatable(SQL).number("atMost", AT_MOST));
    return TaskRows.all(rows, "backlog", MeasureBacklog.Backlog.class).getFirst();
  }
}
