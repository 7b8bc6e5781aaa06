package io.agencytasks.functions.store;

import io.agencytasks.domain.schedule.Turn;
import io.agencytasks.domain.sweep.DueTemplate;
import io.agencytasks.domain.sweep.RecurTasks;
import io.agencytasks.domain.sweep.Recurrence;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Defaults;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts the task of a time that a template waits for, and has the template wait for the next. */
@Singleton
final class RecurTasksSql implements RecurTasks.Store {
  private static final String SQL =
      Creations.bySweep(
          """
          template as (
            select m.*
            from task_templates m
            where m.id = :id
              and m.version = :version
              and m.next_run_at = cast(:due as timestamptz)
            for update
          ),
          earlier as (
            select max(t.id) as id
            from agency_tasks t
            where t.template_id = :id
              and t.occurrence_at is not null
              and t.status not in ('completed', 'failed', 'cancelled')
          ),
          verdict as (
            select template.*, earlier.id as earlier,
                   case
                     when not :made then 'passed'
                     when earlier.id is null or schedule ->> 'overlap' = 'queue' then 'made'
                     when :come then 'passed'
                     else 'waits'
                   end as verdict
            from template, earlier
          ),
          acting as (
            select user_id as id
            from verdict
            where verdict = 'made'
          )
          """,
          """
          base as (
            select cast(:defaults as jsonb) || task
                     || jsonb_build_object(
                          'template_id', id,
                          'occurrence_at', cast(:occurrence as timestamptz),
                          'scheduled_for', cast(:occurrence as timestamptz))
                     || case
                          when earlier is null then '{}'
                          else jsonb_build_object(
                            'depends_on', jsonb_build_array(earlier),
                            'on_dependency_failure', 'run')
                        end as document,
                   'scheduled' as source_type,
                   format('Made from template %s by its schedule', id) as reason,
                   false as dry_run
            from verdict
            where verdict = 'made'
          )
          """,
          """
          ,
          settled as (
            update task_templates m
            set next_run_at = cast(:next as timestamptz),
                last_run_at = coalesce((select occurrence_at from task), m.last_run_at)
            from verdict
            where m.id = verdict.id
              and verdict <> 'waits'
              and not exists (select from missing)
            returning m.id
          )
          select kind, json
          from answer
          union all
          select 'settled', cast(id as text)
          from settled
          """);

  private static final String DEFAULTS = TaskPatchRow.of(Defaults.patch());

  private final DataApi database;
  private final String headStarts;

  RecurTasksSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  /** A second run finds the template at its next time, and does nothing. */
  @Override
  public Recurrence recur(
      DueTemplate template, Turn turn, boolean come, Map<TaskType, TypeVerdict> verdicts) {
    var next = turn.next();
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .number("id", template.id().value())
                .number("version", template.version())
                .text("due", template.nextRunAt().toString())
                .flag("made", turn.made())
                .flag("come", come)
                .text("occurrence", turn.occurrence().toString())
                .text("next", next == null ? null : next.toString())
                .text("defaults", DEFAULTS)
                .text("overrides", "{}")
                .text("types", TypesRow.of(verdicts))
                .text("headStarts", headStarts));
    return new Recurrence(TaskRows.first(rows, "settled").isPresent(), creation(rows));
  }

  private static @Nullable Creation creation(List<Row> rows) {
    var creation = CreationRows.creation(rows);
    return creation instanceof Creation.NoSource ? null : creation;
  }
}
