package io.agencytasks.functions.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.schedule.Schedule;
import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.template.CheckedTask;
import io.agencytasks.domain.template.Saving;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.domain.template.TemplateName;
import io.agencytasks.domain.template.TemplatePatch;
import io.agencytasks.domain.template.UpdateTemplate;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a template (G7). */
@Singleton
final class UpdateTemplateSql implements UpdateTemplate.Store {
  private static final String SQL =
      """
      with template as (
        select m.id, m.version, m.task, m.schedule,
               not coalesce(cast(:versions as jsonb) @> to_jsonb(m.version), true) as stale
        from task_templates m
        join users u on u.id = m.user_id
        where m.id = :id
          and u.subject = :subject
        for update of m
      ),
      draft as (
        select coalesce(change -> 'task', task) as task,
               case
                 when change -> 'schedule' is null then schedule
                 else nullif(change -> 'schedule', 'null')
               end as schedule
        from template, cast(:change as jsonb) as change
        where not stale
      ),
      {faults},
      saved as (
        update task_templates m
        set name = coalesce(change ->> 'name', m.name),
            description = case
              when change -> 'description' is null then m.description
              else change ->> 'description'
            end,
            task = draft.task,
            schedule = draft.schedule,
            next_run_at = case
              when change -> 'schedule' is null then m.next_run_at
              else cast(:nextRunAt as timestamptz)
            end,
            updated_at = now(),
            version = m.version + 1
        from template, draft, cast(:change as jsonb) as change
        where m.id = template.id
          and not exists (select from faults)
        returning m.*
      ),
      {pieces}
      select kind, json
      from (
        select 0 as piece, 'stale' as kind, cast(version as text) as json
        from template
        where stale
        union all
        {faultRows}
        union all
        select piece, kind, json
        from answer
      ) told
      order by piece
      """
          .replace("{faults}", ScheduledTask.FAULTS)
          .replace("{faultRows}", ScheduledTask.ROWS)
          .replace("{pieces}", TemplateRows.PIECES);

  private final DataApi database;

  UpdateTemplateSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Saving update(
      Owner owner,
      TemplateId id,
      IfMatch ifMatch,
      TemplatePatch patch,
      Patch<CheckedTask> checked,
      @Nullable Instant nextRunAt,
      Map<TaskType, TypeVerdict> verdicts) {
    var change =
        new Change(
            patch.name(), patch.description(), checked.map(CheckedTaskRow::of), patch.schedule());
    var statement =
        ScheduledTask.judged(TemplateRows.inPieces(Statement.once(SQL)), verdicts)
            .text("nextRunAt", nextRunAt == null ? null : nextRunAt.toString())
            .number("id", id.value())
            .text("subject", owner.subject())
            .text("versions", ifMatch.versions().map(TaskRows::write).orElse(null))
            .text("change", TaskRows.write(change));
    return TemplateNames.orTaken(() -> TemplateRows.saving(database.rows(statement)));
  }

  /** What is kept is left out. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Change(
      Patch<TemplateName> name,
      Patch<Description> description,
      Patch<CheckedTaskRow> task,
      Patch<Schedule> schedule) {}
}
