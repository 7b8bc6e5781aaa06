package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.template.GetTemplate;
import io.agencytasks.domain.template.Template;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a template (G7). */
@Singleton
final class GetTemplateSql implements GetTemplate.Store {
  private static final String SQL =
      """
      with saved as (
        select m.*
        from task_templates m
        join users u on u.id = m.user_id
        where m.id = :id
          and u.subject = :subject
      ),
      {pieces}
      select kind, json
      from answer
      order by piece
      """
          .replace("{pieces}", TemplateRows.PIECES);

  private final DataApi database;

  GetTemplateSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<Template> find(Owner owner, TemplateId id) {
    var statement =
        TemplateRows.inPieces(Statement.repeatable(SQL))
            .number("id", id.value())
            .text("subject", owner.subject());
    return TemplateRows.template(database.rows(statement));
  }
}
