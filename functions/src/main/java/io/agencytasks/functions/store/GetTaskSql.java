package io.agencytasks.functions.store;

import static java.util.Comparator.comparing;

import io.agencytasks.domain.task.Execution;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.SourceMessage;
import io.agencytasks.domain.task.TaskDetails;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads a task with its last ten executions and its source message (FR-011). */
@Singleton
final class GetTaskSql implements GetTask.Store {
  private static final String SQL =
      """
      with task as (
        select t.*
        from agency_tasks t
        join users u on u.id = t.user_id
        where t.id = :id
          and u.subject = :subject
      ),
      latest as (
        select e.*
        from task_executions e
        where e.task_id in (select id from task)
        order by e.started_at desc, e.id desc
        limit 10
      )
      select 'task' as kind, {summary} as json
      from task t
      union all
      select 'execution', cast(to_jsonb(e) as text)
      from latest e
      union all
      select 'source_message', cast(to_jsonb(m) as text)
      from inbound_messages m
      where m.id in (select source_message_id from task)
      union all
      {bigFields}
      """
          .replace("{summary}", TaskRows.SUMMARY)
          .replace("{bigFields}", TaskRows.BIG_FIELDS);

  private final DataApi database;

  GetTaskSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<TaskDetails> find(Owner owner, TaskId id) {
    var rows =
        database.rows(
            Statement.repeatable(SQL).number("id", id.value()).text("subject", owner.subject()));
    return TaskRows.task(rows)
        .map(task -> new TaskDetails(task, executions(rows), sourceMessage(rows).orElse(null)));
  }

  private static List<Execution> executions(List<Row> rows) {
    return TaskRows.all(rows, "execution", Execution.class).stream()
        .sorted(comparing(Execution::attemptNumber).reversed())
        .toList();
  }

  private static Optional<SourceMessage> sourceMessage(List<Row> rows) {
    return TaskRows.first(rows, "source_message")
        .map(json -> TaskRows.read(json, SourceMessage.class));
  }
}
