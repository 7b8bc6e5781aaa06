package io.agencytasks.functions.store;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.template.Deletion;
import io.agencytasks.domain.webhook.DeleteWebhook;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Deletes a webhook with its secrets; messages and tasks keep its number. */
@Singleton
final class DeleteWebhookSql implements DeleteWebhook.Store {
  private static final String SQL =
      """
      with webhook as (
        select w.id, w.version,
               not coalesce(cast(:versions as jsonb) @> to_jsonb(w.version), true) as stale
        from user_webhooks w
        join users u on u.id = w.user_id
        where w.id = :id
          and u.subject = :subject
        for update of w
      ),
      deleted as (
        delete from user_webhooks w
        using webhook
        where w.id = webhook.id
          and not stale
      )
      select case when stale then 'stale' else 'deleted' end as kind,
             cast(version as text) as json
      from webhook
      """;

  private final DataApi database;

  DeleteWebhookSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Deletion delete(Owner owner, WebhookId id, IfMatch ifMatch) {
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
