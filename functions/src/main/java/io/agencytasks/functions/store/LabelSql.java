package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.functions.aws.Statement;

/** Puts labels on tasks and takes others off. */
final class LabelSql {
  private static final String SQL =
      new ChangeFrame("when jsonb_array_length(l.tags) > 20 then 'too_many_tags'", "tags = v.tags")
          .with(
              "judging",
              """
              cross join lateral (
                select coalesce(jsonb_agg(tag order by place), '[]') as tags
                from (
                  select tag, min(place) as place
                  from jsonb_array_elements(t.tags || cast(:add as jsonb))
                    with ordinality as every (tag, place)
                  where not cast(:remove as jsonb) @> tag
                  group by tag
                ) kept
              ) l
              """)
          .with("alsoJudged", ", l.tags")
          .sql();

  private LabelSql() {}

  static Statement of(Action.Label label) {
    return Statement.once(SQL)
        .text("add", TaskRows.write(label.add()))
        .text("remove", TaskRows.write(label.remove()));
  }
}
