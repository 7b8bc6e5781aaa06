package io.agencytasks.functions.store;

import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.template.ListTemplates;
import io.agencytasks.domain.template.Template;
import io.agencytasks.domain.template.TemplateList;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads a page of an owner's templates, by name (G7). */
@Singleton
final class ListTemplatesSql implements ListTemplates.Store {
  private static final String SQL =
      """
      with owner as (
        select id from users where subject = :subject
      ),
      page as materialized (
        select m.*
        from task_templates m
        where m.user_id = (select id from owner)
          and lower(m.name) > lower(:after)
        order by lower(m.name)
        limit :limit offset :offset
      ),
      rows as materialized (
        select row_number() over (order by lower(m.name)) as place, cast(to_jsonb(m) as text) as json
        from page m
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'total' as kind, cast(count(*) as text) as json
        from task_templates
        where user_id = (select id from owner)
        union all
        select 0, 0, 'size', cast(count(*) as text)
        from page
        union all
        {items}
      )
      select kind, json
      from answer
      order by place, piece
      """
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS);

  private final DataApi database;

  ListTemplatesSql(DataApi database) {
    this.database = database;
  }

  @Override
  public TemplateList list(Owner owner, Stretch stretch) {
    var first = part(owner, "", stretch);
    return new TemplateList(
        Parts.all(
            first, Template.class, (last, left) -> part(owner, last.name(), new Stretch(left, 0))),
        TaskRows.first(first, "total").map(Long::parseLong).orElse(0L));
  }

  private List<Row> part(Owner owner, String after, Stretch stretch) {
    return database.rows(
        Statement.repeatable(SQL)
            .text("subject", owner.subject())
            .text("after", after)
            .number("limit", stretch.limit())
            .number("offset", stretch.offset())
            .number("mostBytes", Parts.MOST_BYTES));
  }
}
