package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.template.CheckedTask;
import io.agencytasks.domain.template.CreateTemplate;
import io.agencytasks.domain.template.NewTemplate;
import io.agencytasks.domain.template.Saving;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts a template (G7). */
@Singleton
final class CreateTemplateSql implements CreateTemplate.Store {
  private static final String SQL =
      """
      with {owner},
      draft as (
        select cast(:task as jsonb) as task, cast(:schedule as jsonb) as schedule
      ),
      {faults},
      saved as (
        insert into task_templates (user_id, name, description, task, schedule, next_run_at)
        select owner.id, :templateName, :description, task, schedule,
               cast(:nextRunAt as timestamptz)
        from owner, draft
        where not exists (select from faults)
        returning *
      ),
      {pieces}
      select kind, json
      from (
        {faultRows}
        union all
        select piece, kind, json
        from answer
      ) told
      order by piece
      """
          .replace("{owner}", Owners.MEET)
          .replace("{faults}", ScheduledTask.FAULTS)
          .replace("{faultRows}", ScheduledTask.ROWS)
          .replace("{pieces}", TemplateRows.PIECES);

  private final DataApi database;

  CreateTemplateSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Saving create(
      Owner owner,
      NewTemplate template,
      CheckedTask task,
      @Nullable Instant nextRunAt,
      Map<TaskType, TypeVerdict> verdicts) {
    var description = template.description();
    var schedule = template.schedule();
    var statement =
        ScheduledTask.judged(
                Owners.meet(TemplateRows.inPieces(Statement.once(SQL)), owner), verdicts)
            .text("templateName", template.name().value())
            .text("description", description == null ? null : description.value())
            .text("task", TaskRows.write(CheckedTaskRow.of(task)))
            .text("schedule", schedule == null ? null : TaskRows.write(schedule))
            .text("nextRunAt", nextRunAt == null ? null : nextRunAt.toString());
    return TemplateNames.orTaken(() -> TemplateRows.saving(database.rows(statement)));
  }
}
