package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.DueTemplate;
import io.agencytasks.domain.sweep.RecurTasks;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Finds templates whose schedules are due. */
@Singleton
final class DueTemplatesSql implements RecurTasks.Templates {
  private static final String SQL =
      """
      select 'due' as kind,
             cast(jsonb_build_object(
               'id', id,
               'version', version,
               'schedule', schedule,
               'next_run_at', next_run_at) as text) as json
      from task_templates
      where next_run_at <= cast(:by as timestamptz)
      order by next_run_at
      limit :atMost
      """;

  private final DataApi database;

  DueTemplatesSql(DataApi database) {
    this.database = database;
  }

  @Override
  public List<DueTemplate> due(Instant by, int atMost) {
    var rows =
        database.rows(Statement.repeatable(SQL).text("by", by.toString()).number("atMost", atMost));
    return TaskRows.all(rows, "due", DueTemplate.class);
  }
}
