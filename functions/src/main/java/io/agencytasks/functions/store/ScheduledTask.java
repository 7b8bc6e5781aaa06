package io.agencytasks.functions.store;

import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.functions.aws.Statement;
import java.util.Map;

/** What a template with a schedule must be: a task that nobody has to add anything to. */
final class ScheduledTask {
  /**
   * Stands behind {@code draft (task, schedule)}. Leaves {@code faults (field, message)}: all that
   * speaks against it, where there is a schedule.
   */
  static final String FAULTS =
      """
      faults as (
        select fault.field, fault.message
        from draft
        cross join lateral (
          select 'task.title' as field, 'is required with a schedule' as message
          where task ->> 'title' is null
          union all
          select 'task.taskType', 'is required with a schedule'
          where task ->> 'task_type' is null
          union all
          select 'task.scheduledFor', 'must be left to the schedule'
          where task ->> 'scheduled_for' is not null
          union all
          select 'task.dependsOn', 'must be left out with a schedule'
          where task -> 'depends_on' <> '[]'
          union all
          select 'task.' || cast(found ->> 'field' as varchar), found ->> 'message'
          from jsonb_array_elements(
            cast(:types as jsonb) -> cast(task ->> 'task_type' as varchar) -> 'faults') as found
          where task -> 'execution_config' is null
        ) fault
        where schedule is not null
      )
      """
          .strip();

  /** Selects them as rows beside the pieces of a template. */
  static final String ROWS =
      """
      select 0 as piece, 'fault' as kind, cast(to_jsonb(faults) as text) as json
      from faults
      """
          .strip();

  private ScheduledTask() {}

  /** Binds what {@link #FAULTS} asks for. */
  static Statement judged(Statement statement, Map<TaskType, TypeVerdict> verdicts) {
    return statement.text("types", TypesRow.of(verdicts));
  }
}
