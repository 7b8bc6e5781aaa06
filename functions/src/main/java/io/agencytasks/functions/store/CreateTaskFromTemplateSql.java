package io.agencytasks.functions.store;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Defaults;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.template.CreateTaskFromTemplate;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.functions.aws.DataApi;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts a task that starts from a template over the defaults (G7). */
@Singleton
final class CreateTaskFromTemplateSql implements CreateTaskFromTemplate.Store {
  private static final String SQL =
      Creations.from(
          """
          base as (
            select cast(:defaults as jsonb) || m.task || jsonb_build_object('template_id', m.id)
                     as document,
                   'template' as source_type,
                   format('Made from template %s', m.id) as reason, false as dry_run
            from acting
            join task_templates m on m.user_id = acting.id
            where m.id = :id
          )
          """);

  private static final String DEFAULTS = TaskPatchRow.of(Defaults.patch());

  private final DataApi database;
  private final String headStarts;

  CreateTaskFromTemplateSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  @Override
  public Once<Creation> instantiate(
      Owner owner,
      TemplateId template,
      TaskPatch changes,
      Map<TaskType, TypeVerdict> verdicts,
      @Nullable IdempotencyKey key) {
    var statement =
        Owners.meet(Repeats.statement(SQL, key), owner)
            .number("id", template.value())
            .text("defaults", DEFAULTS)
            .text("overrides", TaskPatchRow.of(changes))
            .text("types", TypesRow.of(verdicts))
            .text("headStarts", headStarts);
    return Repeats.run(database, statement, CreationRows::creation);
  }
}
