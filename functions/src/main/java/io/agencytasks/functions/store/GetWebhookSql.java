package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.webhook.GetWebhook;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads a webhook, without its secrets. */
@Singleton
final class GetWebhookSql implements GetWebhook.Store {
  private static final String SQL =
      """
      with saved as (
        select w.*
        from user_webhooks w
        join users u on u.id = w.user_id
        where w.id = :id
          and u.subject = :subject
      ),
      {pieces}
      select kind, json
      from answer
      order by piece
      """
          .replace("{pieces}", WebhookRows.PIECES);

  private final DataApi database;

  GetWebhookSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<Webhook> find(Owner owner, WebhookId id) {
    var statement =
        WebhookRows.inPieces(Statement.repeatable(SQL))
            .number("id", id.value())
            .text("subject", owner.subject());
    return WebhookRows.webhook(database.rows(statement));
  }
}
