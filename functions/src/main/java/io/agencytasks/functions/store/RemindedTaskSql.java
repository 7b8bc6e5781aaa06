package io.agencytasks.functions.store;

import io.agencytasks.domain.notification.RemindedTasks;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads what a reminder says, and whom it is for. */
@Singleton
final class RemindedTaskSql implements RemindedTasks {
  private static final String SQL =
      """
      select 'reminded' as kind,
             cast(jsonb_build_object(
               'email', u.email,
               'title', t.title,
               'description', t.description,
               'deadline', in_utc(t.deadline)
             ) as text) as json
      from agency_tasks t
      join users u on u.id = t.user_id
      where t.id = :task
        and t.user_id = :user
      """;

  private final DataApi database;

  RemindedTaskSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<RemindedTask> find(long userId, TaskId task) {
    var rows =
        database.rows(
            Statement.repeatable(SQL).number("task", task.value()).number("user", userId));
    return TaskRows.all(rows, "reminded", RemindedTask.class).stream().findAny();
  }
}
