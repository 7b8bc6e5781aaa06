package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.task.CreateTask;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Inserts a task with its dependencies and its first event (FR-001). */
@Singleton
final class CreateTaskSql implements CreateTask.Store {
  private static final String SQL =
      """
      with {owner},
      input as (
        select *
        from jsonb_to_record(cast(:task as jsonb)) as i (
          title text, description text, category text, task_type text,
          priority text, urgency text, assigned_to_bot boolean, requires_human_review boolean,
          execution_type text, execution_config jsonb, scheduled_for timestamptz,
          deadline timestamptz, depends_on jsonb, on_dependency_failure text, tags jsonb,
          metadata jsonb, max_retries integer, notify_on_complete boolean,
          notify_on_failure boolean, released_at_creation boolean)
      ),
      wanted as (
        select cast(value as bigint) as id
        from input, jsonb_array_elements_text(depends_on)
      ),
      found as (
        select t.id, t.status
        from agency_tasks t
        where t.id in (select id from wanted)
          and t.user_id in (select id from owner)
          and t.status <> 'cancelled'
        order by t.id
        for share
      ),
      missing as (
        select id from wanted
        except
        select id from found
      ),
      task as (
        insert into agency_tasks (
          user_id, source_type, title, description, category, task_type, priority, urgency,
          assigned_to_bot, requires_human_review, execution_type, execution_config,
          scheduled_for, deadline, on_dependency_failure, tags, metadata, max_retries,
          notify_on_complete, notify_on_failure, lane, head_start, on_uncertain,
          triggered_by, released_at, blocked_by)
        select
          owner.id, 'manual', title, description, category, task_type, priority, urgency,
          assigned_to_bot, requires_human_review, execution_type, execution_config,
          scheduled_for, deadline, on_dependency_failure, tags, metadata, max_retries,
          notify_on_complete, notify_on_failure, :lane, cast(:headStart as integer), :onUncertain,
          case when released_at_creation then 'automatic' end,
          case when released_at_creation then now() end,
          (select min(found.id)
           from found
           where found.status <> 'completed'
             and not (found.status = 'failed' and on_dependency_failure = 'run'))
        from input, owner
        where not exists (select from missing)
        returning *
      ),
      edges as (
        insert into task_dependencies (task_id, depends_on_id)
        select task.id, wanted.id
        from task, wanted
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, actor_user_id, to_status)
        select id, user_id, 'user', user_id, status
        from task
      )
      select 'task' as kind,
             cast({light} || jsonb_build_object('depends_on', input.depends_on) as text) as json
      from task t, input
      union all
      select 'ready', 'true'
      from task t
      where {ready}
      union all
      select 'missing', cast(id as text)
      from missing
      union all
      {bigFields}
      """
          .replace("{owner}", Owners.MEET)
          .replace("{light}", TaskRows.LIGHT)
          .replace("{ready}", Ready.GUARDS)
          .replace("{bigFields}", TaskRows.BIG_FIELDS);

  private final DataApi database;

  CreateTaskSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Creation create(Owner owner, NewTask task, Duration headStart, OnUncertain onUncertain) {
    var rows =
        database.rows(
            Owners.meet(Statement.once(SQL), owner)
                .text("task", TaskRows.write(NewTaskRow.of(task)))
                .text("lane", Lane.of(task.taskType()).toString())
                .number("headStart", headStart.toSeconds())
                .text("onUncertain", onUncertain.toString()));
    return TaskRows.task(rows)
        .<Creation>map(
            created -> new Creation.Created(created, TaskRows.first(rows, "ready").isPresent()))
        .orElseGet(() -> new Creation.Refused(unknown(TaskRows.all(rows, "missing", Long.class))));
  }

  /** Someone else's task and one that never was are told apart by nobody. */
  private static List<Fault> unknown(List<Long> missing) {
    return missing.stream().sorted().map(id -> notThere(new TaskId(id))).toList();
  }

  static Fault notThere(TaskId id) {
    return new Fault("dependsOn", "names task %d, which is not there".formatted(id.value()));
  }
}
