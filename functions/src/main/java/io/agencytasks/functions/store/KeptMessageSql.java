package io.agencytasks.functions.store;

import io.agencytasks.domain.inbound.Message;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.inbound.ReplayMessage;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a message with its webhook. */
@Singleton
final class KeptMessageSql implements ReplayMessage.Messages {
  private static final String SQL =
      """
      with saved as (
        select w.*
        from user_webhooks w
        join users u on u.id = w.user_id
        where w.id = :webhook
          and u.subject = :subject
      ),
      {pieces}
      select kind, json
      from (
        select 0 as piece, 'message' as kind, {json} as json
        from inbound_messages m
        where m.webhook_id = (select id from saved)
          and m.id = :message
        union all
        select piece, kind, json
        from answer
      ) told
      order by piece
      """
          .replace("{pieces}", WebhookRows.PIECES)
          .replace("{json}", MessageRows.JSON);

  private final DataApi database;

  KeptMessageSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<ReplayMessage.Kept> find(Owner owner, WebhookId webhook, MessageId message) {
    var rows =
        database.rows(
            WebhookRows.inPieces(Statement.repeatable(SQL))
                .number("webhook", webhook.value())
                .number("message", message.value())
                .text("subject", owner.subject()));
    return TaskRows.first(rows, "message")
        .map(json -> TaskRows.read(json, Message.class))
        .map(found -> new ReplayMessage.Kept(WebhookRows.webhook(rows).orElseThrow(), found));
  }
}
