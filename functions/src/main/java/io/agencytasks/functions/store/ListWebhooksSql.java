package io.agencytasks.functions.store;

import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.webhook.ListWebhooks;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookList;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads a page of an owner's webhooks, the newest first. */
@Singleton
final class ListWebhooksSql implements ListWebhooks.Store {
  private static final String SQL =
      """
      with owner as (
        select id from users where subject = :subject
      ),
      page as materialized (
        select w.*
        from user_webhooks w
        where w.user_id = (select id from owner)
          and w.id < :beforeId
        order by w.id desc
        limit :limit offset :offset
      ),
      rows as materialized (
        select row_number() over (order by w.id desc) as place, {json} as json
        from page w
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'total' as kind, cast(count(*) as text) as json
        from user_webhooks
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
          .replace("{json}", WebhookRows.JSON)
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS);

  private final DataApi database;

  ListWebhooksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public WebhookList list(Owner owner, Stretch stretch) {
    var first = part(owner, Long.MAX_VALUE, stretch);
    return new WebhookList(
        Parts.all(
            first,
            Webhook.class,
            (last, left) -> part(owner, last.id().value(), new Stretch(left, 0))),
        TaskRows.first(first, "total").map(Long::parseLong).orElse(0L));
  }

  private List<Row> part(Owner owner, long beforeId, Stretch stretch) {
    return database.rows(
        Statement.repeatable(SQL)
            .text("subject", owner.subject())
            .number("beforeId", beforeId)
            .number("limit", stretch.limit())
            .number("offset", stretch.offset())
            .number("mostBytes", Parts.MOST_BYTES));
  }
}
