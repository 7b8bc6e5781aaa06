package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.template.CheckedTask;
import io.agencytasks.domain.template.CreateTemplate;
import io.agencytasks.domain.template.NewTemplate;
import io.agencytasks.domain.template.Saving;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Inserts a template (G7). */
@Singleton
final class CreateTemplateSql implements CreateTemplate.Store {
  private static final String SQL =
      """
      with {owner},
      saved as (
        insert into task_templates (user_id, name, description, task)
        select owner.id, :templateName, :description, cast(:task as jsonb)
        from owner
        returning *
      ),
      {pieces}
      select kind, json
      from answer
      order by piece
      """
          .replace("{owner}", Owners.MEET)
          .replace("{pieces}", TemplateRows.PIECES);

  private final DataApi database;

  CreateTemplateSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Saving create(Owner owner, NewTemplate template, CheckedTask task) {
    var description = template.description();
    var statement =
        Owners.meet(TemplateRows.inPieces(Statement.once(SQL)), owner)
            .text("templateName", template.name().value())
            .text("description", description == null ? null : description.value())
            .text("task", TaskRows.write(CheckedTaskRow.of(task)));
    return TemplateNames.orTaken(() -> TemplateRows.saving(database.rows(statement)));
  }
}
