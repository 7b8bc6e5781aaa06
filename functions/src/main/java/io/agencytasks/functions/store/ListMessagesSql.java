package io.agencytasks.functions.store;

import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.inbound.ListMessages;
import io.agencytasks.domain.inbound.Message;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads what came in by a webhook, newest first. */
@Singleton
final class ListMessagesSql implements ListMessages.Store {
  private static final String SQL =
      """
      with webhook as (
        select w.id
        from user_webhooks w
        join users u on u.id = w.user_id
        where w.id = :id
          and u.subject = :subject
      ),
      page as materialized (
        select m.*
        from inbound_messages m
        where m.webhook_id = (select id from webhook)
          and m.id < :beforeId
        order by m.id desc
        limit :limit offset :offset
      ),
      rows as materialized (
        select row_number() over (order by m.id desc) as place, {json} as json
        from page m
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'total' as kind,
               cast((select count(*) from inbound_messages m where m.webhook_id = webhook.id) as text) as json
        from webhook
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
          .replace("{json}", MessageRows.JSON)
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS);

  private final DataApi database;

  ListMessagesSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<History<Message>> messages(Owner owner, WebhookId webhook, Stretch stretch) {
    var first = part(owner, webhook, stretch, Long.MAX_VALUE);
    return TaskRows.first(first, "total")
        .map(Long::parseLong)
        .map(
            total ->
                new History<>(
                    Parts.all(
                        first,
                        Message.class,
                        (last, left) ->
                            part(owner, webhook, new Stretch(left, 0), last.id().value())),
                    total));
  }

  private List<Row> part(Owner owner, WebhookId webhook, Stretch stretch, long beforeId) {
    return database.rows(
        Statement.repeatable(SQL)
            .number("id", webhook.value())
            .text("subject", owner.subject())
            .number("beforeId", beforeId)
            .number("limit", stretch.limit())
            .number("offset", stretch.offset())
            .number("mostBytes", Parts.MOST_BYTES));
  }
}
