package io.agencytasks.functions.store;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.CloneTask;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.functions.aws.DataApi;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a task that starts from another one: without times that have passed and dependencies that
 * are cancelled, and with the review that it ever needed (US-013).
 */
@Singleton
final class CloneTaskSql implements CloneTask.Store {
  private static final String SQL =
      Creations.from(
          """
          base as (
            select to_jsonb(t) - 'template_id' - 'occurrence_at' || jsonb_build_object(
                     'requires_human_review',
                       t.requires_human_review or t.human_reviewed_at is not null,
                     'review_deadline', case when t.review_deadline > now() then t.review_deadline end,
                     'scheduled_for', case when t.scheduled_for > now() then t.scheduled_for end,
                     'deadline', case when t.deadline > now() then t.deadline end,
                     'depends_on', coalesce((
                       select jsonb_agg(b.id order by b.id)
                       from task_dependencies d
                       join agency_tasks b on b.id = d.depends_on_id
                       where d.task_id = t.id
                         and b.status <> 'cancelled'), '[]')) as document,
                   'clone' as source_type,
                   format('Cloned from task %s', t.id) as reason,
                   cast(:dryRun as boolean) as dry_run
            from acting
            join agency_tasks t on t.user_id = acting.id
            where t.id = :id
          )
          """);

  private final DataApi database;
  private final String headStarts;

  CloneTaskSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  @Override
  public Once<Creation> copy(
      Owner owner,
      TaskId source,
      TaskPatch changes,
      boolean dryRun,
      Map<TaskType, TypeVerdict> verdicts,
      @Nullable IdempotencyKey key) {
    var statement =
        Owners.meet(Repeats.statement(SQL, key), owner)
            .number("id", source.value())
            .flag("dryRun", dryRun)
            .text("overrides", TaskPatchRow.of(changes))
            .text("types", TypesRow.of(verdicts))
            .text("headStarts", headStarts);
    return Repeats.run(database, statement, CreationRows::creation);
  }
}
