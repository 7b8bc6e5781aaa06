package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.DeleteOldTasks;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Deletes tasks that ended long ago, by the one function that may. */
@Singleton
final class DeleteOldTasksSql implements DeleteOldTasks.Store {
  private static final String SQL =
      """
      select 'deleted' as kind,
             cast(delete_ended_tasks(cast(:days as integer), cast(:atMost as integer)) as text) as json
      """;

  private final DataApi database;

  DeleteOldTasksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int delete(int days, int atMost) {
    var rows =
        database.rows(Statement.repeatable(SQL).number("days", days).number("atMost", atMost));
    return TaskRows.first(rows, "deleted").map(Integer::parseInt).orElse(0);
  }
}
