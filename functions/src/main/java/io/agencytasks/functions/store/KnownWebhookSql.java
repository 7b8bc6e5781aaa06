package io.agencytasks.functions.store;

import io.agencytasks.domain.inbound.KnownWebhook;
import io.agencytasks.domain.inbound.KnownWebhooks;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a webhook that takes messages, by its URL or address, with its sealed secrets, for whoever
 * asks.
 */
@Singleton
final class KnownWebhookSql implements KnownWebhooks.Store {
  private static final String FRAME =
      """
      with saved as (
        select w.*
        from user_webhooks w
        {which}
      ),
      {pieces}
      select kind, json
      from (
        select 0 as piece, 'keys' as kind, cast(jsonb_build_object(
          'user_id', w.user_id,
          'subject', u.subject,
          'secret', w.secret,
          'previous_secret', w.previous_secret) as text) as json
        from saved w
        join users u on u.id = w.user_id
        union all
        select piece, kind, json
        from answer
      ) told
      order by piece
      """
          .replace("{pieces}", WebhookRows.PIECES);

  private static final String BY_URL =
      sql(
          """
          where w.public_id = cast(:publicId as uuid)
            and w.enabled
            and w.channel = 'custom'
          """);

  private static final String BY_ADDRESS =
      sql(
          """
          where w.channel = :channel
            and lower(w.address) = lower(:address)
            and w.enabled
          """);

  private final DataApi database;

  KnownWebhookSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<KnownWebhook> find(UUID publicId) {
    return read(Statement.repeatable(BY_URL).text("publicId", publicId.toString()));
  }

  @Override
  public Optional<KnownWebhook> byAddress(Channel channel, String address) {
    return read(
        Statement.repeatable(BY_ADDRESS)
            .text("channel", channel.toString())
            .text("address", address));
  }

  private Optional<KnownWebhook> read(Statement statement) {
    var rows = database.rows(WebhookRows.inPieces(statement));
    return TaskRows.first(rows, "keys")
        .map(json -> TaskRows.read(json, Keys.class))
        .map(keys -> keys.of(WebhookRows.webhook(rows).orElseThrow()));
  }

  private static String sql(String which) {
    return FRAME.replace("{which}", which.strip());
  }

  record Keys(
      long userId, String subject, @Nullable String secret, @Nullable String previousSecret) {
    KnownWebhook of(Webhook webhook) {
      return new KnownWebhook(webhook, userId, subject, secret, previousSecret);
    }
  }
}
