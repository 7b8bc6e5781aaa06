package io.agencytasks.functions.store;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.webhook.RotateSecret;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.domain.webhook.WebhookSaving;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Puts another secret before the one that is there, which counts for a day more. */
@Singleton
final class RotateSecretSql implements RotateSecret.Store {
  private static final String SQL =
      """
      with webhook as (
        select w.id, w.version, w.verification,
               not coalesce(cast(:versions as jsonb) @> to_jsonb(w.version), true) as stale
        from user_webhooks w
        join users u on u.id = w.user_id
        where w.id = :id
          and u.subject = :subject
        for update of w
      ),
      saved as (
        update user_webhooks w
        set previous_secret = w.secret,
            previous_until = now() + interval '24 hours',
            secret = :secret,
            updated_at = now(),
            version = w.version + 1
        from webhook
        where w.id = webhook.id
          and not stale
          and (webhook.verification <> 'standard' or webhook.verification is not null and :standard)
        returning w.*
      ),
      {pieces}
      select kind, json
      from (
        select 0 as piece, 'stale' as kind, cast(version as text) as json
        from webhook
        where stale
        union all
        select 0, 'without_secret', '1'
        from webhook
        where not stale
          and verification is null
        union all
        select 0, 'fault', cast(jsonb_build_object(
          'field', 'secret',
          'message', 'must be whsec_ and 24 to 64 bytes in Base64') as text)
        from webhook
        where not stale
          and verification = 'standard'
          and not :standard
        union all
        select piece, kind, json
        from answer
      ) told
      order by piece
      """
          .replace("{pieces}", WebhookRows.PIECES);

  private final DataApi database;

  RotateSecretSql(DataApi database) {
    this.database = database;
  }

  @Override
  public WebhookSaving rotate(
      Owner owner, WebhookId id, IfMatch ifMatch, String sealed, boolean standard) {
    return WebhookRows.save(
        database,
        Statement.once(SQL)
            .number("id", id.value())
            .text("subject", owner.subject())
            .text("versions", ifMatch.versions().map(TaskRows::write).orElse(null))
            .text("secret", sealed)
            .flag("standard", standard));
  }
}
