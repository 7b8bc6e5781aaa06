package io.agencytasks.functions.store;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.template.DeleteTemplate;
import io.agencytasks.domain.template.Deletion;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Deletes a template (G7). */
@Singleton
final class DeleteTemplateSql implements DeleteTemplate.Store {
  private static final String SQL =
      """
      with template as (
        select m.id, m.version,
               not coalesce(cast(:versions as jsonb) @> to_jsonb(m.version), true) as stale
        from task_templates m
        join users u on u.id = m.user_id
        where m.id = :id
          and u.subject = :subject
        for update of m
      ),
      deleted as (
        delete from task_templates m
        using template
        where m.id = template.id
          and not stale
      )
      select case when stale then 'stale' else 'deleted' end as kind,
             cast(version as text) as json
      from template
      """;

  private final DataApi database;

  DeleteTemplateSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Deletion delete(Owner owner, TemplateId id, IfMatch ifMatch) {
    var rows =
        database.rows(
            Statement.once(SQL)
                .number("id", id.value())
                .text("subject", owner.subject())
                .text("versions", ifMatch.versions().map(TaskRows::write).orElse(null)));
    return TaskRows.first(rows, "deleted")
        .<Deletion>map(version -> new Deletion.Deleted())
        .or(() -> TaskRows.first(rows, "stale").map(Integer::valueOf).map(Deletion.Stale::new))
        .orElseGet(Deletion.NotFound::new);
  }
}
