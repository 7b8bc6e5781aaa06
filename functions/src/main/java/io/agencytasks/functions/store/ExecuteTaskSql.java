package io.agencytasks.functions.store;

import io.agencytasks.domain.task.ExecuteAnswer;
import io.agencytasks.domain.task.ExecuteTask;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Releases a task that a person wants run now (FR-007). */
@Singleton
final class ExecuteTaskSql implements ExecuteTask.Store {
  private static final String SQL =
      """
      with task as (
        select t.*
        from agency_tasks t
        join users u on u.id = t.user_id
        where t.id = :id
          and u.subject = :subject
        for update of t
      ),
      verdict as (
        select id, status, on_dependency_failure,
               case
                 when status = 'in_progress' then 'running'
                 when status in ('completed', 'cancelled') then 'final'
                 when status = 'waiting_input' then 'waiting_input'
                 when requires_human_review then 'review'
                 when not assigned_to_bot then 'assigned_to_person'
                 when blocked_by is not null then 'blocked'
               end as reason
        from task
      ),
      moved as (
        update agency_tasks t
        set status = case t.status when 'deferred' then 'pending' else 'queued' end,
            status_reason = null,
            error_count = 0,
            head_start = t.head_start
                         + case t.triggered_by when 'manual' then 0 else cast(:headStart as integer) end,
            triggered_by = 'manual',
            triggered_by_user_id = t.user_id,
            released_at = now(),
            not_before = now()
        from verdict v
        where t.id = v.id
          and v.reason is null
        returning t.id, t.user_id, v.status as from_status, t.status
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, actor_user_id, from_status, to_status, reason)
        select id, user_id, 'user', user_id, from_status, status, 'Asked to run now'
        from moved
      )
      select 'verdict' as kind,
             cast(jsonb_build_object(
               'reason', reason,
               'status', status,
               'blockers', coalesce((
                 select jsonb_agg(b.id order by b.id)
                 from task_dependencies d
                 join agency_tasks b on b.id = d.depends_on_id
                 where d.task_id = verdict.id
                   and b.status <> 'completed'
                   and not (b.status in ('failed', 'cancelled') and on_dependency_failure = 'run')),
                 '[]')) as text) as json
      from verdict
      """;

  private final DataApi database;

  ExecuteTaskSql(DataApi database) {
    this.database = database;
  }

  @Override
  public ExecuteAnswer execute(Owner owner, TaskId id, Duration headStart) {
    var rows =
        database.rows(
            Statement.once(SQL)
                .number("id", id.value())
                .text("subject", owner.subject())
                .number("headStart", headStart.toSeconds()));
    return TaskRows.first(rows, "verdict")
        .map(json -> TaskRows.read(json, Verdict.class).answer(id))
        .orElseGet(ExecuteAnswer.NotFound::new);
  }

  record Verdict(ExecuteAnswer.@Nullable Reason reason, TaskStatus status, List<TaskId> blockers) {
    ExecuteAnswer answer(TaskId id) {
      return reason == null
          ? new ExecuteAnswer.Queued(id)
          : new ExecuteAnswer.Refused(reason, status, blockers);
    }
  }
}
