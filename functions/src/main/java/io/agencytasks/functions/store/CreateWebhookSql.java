package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.template.CheckedTask;
import io.agencytasks.domain.webhook.CreateWebhook;
import io.agencytasks.domain.webhook.NewWebhook;
import io.agencytasks.domain.webhook.WebhookSaving;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Inserts a webhook. */
@Singleton
final class CreateWebhookSql implements CreateWebhook.Store {
  private static final String SQL =
      """
      with {owner},
      counted as (
        select count(*) as there
        from user_webhooks
        where user_id in (select id from owner)
      ),
      draft as (
        select id as user_id, cast(:templateId as bigint) as template_id,
               cast(:defaults as jsonb) as defaults
        from owner
      ),
      {faults},
      saved as (
        insert into user_webhooks (
          user_id, name, channel, address, enabled, verification, secret, template_id, defaults, rules)
        select draft.user_id, :webhookName, :channel, cast(:address as varchar), :enabled,
               cast(:verification as varchar), cast(:secret as varchar), draft.template_id,
               draft.defaults, cast(:rules as jsonb)
        from draft, counted
        where there < :most
          and not exists (select from faults)
        returning *
      ),
      {pieces}
      select kind, json
      from (
        select 0 as piece, 'too_many' as kind, cast(there as text) as json
        from counted
        where there >= :most
        union all
        {faultRows}
        union all
        select piece, kind, json
        from answer
      ) told
      order by piece
      """
          .replace("{owner}", Owners.MEET)
          .replace("{faults}", WebhookRows.FAULTS)
          .replace("{faultRows}", WebhookRows.FAULT_ROWS)
          .replace("{pieces}", WebhookRows.PIECES);

  private final DataApi database;

  CreateWebhookSql(DataApi database) {
    this.database = database;
  }

  @Override
  public WebhookSaving create(
      Owner owner, NewWebhook webhook, CheckedTask defaults, @Nullable String sealed, int most) {
    var template = webhook.templateId();
    var verification = webhook.verification();
    return WebhookRows.save(
        database,
        Owners.meet(Statement.once(SQL), owner)
            .text("webhookName", webhook.name().value())
            .text("channel", webhook.channel().toString())
            .text("address", webhook.address())
            .flag("enabled", webhook.enabled())
            .text("verification", verification == null ? null : verification.toString())
            .text("secret", sealed)
            .text("templateId", template == null ? null : Long.toString(template.value()))
            .text("defaults", TaskRows.write(CheckedTaskRow.of(defaults)))
            .text("rules", TaskRows.write(webhook.rules()))
            .number("most", most));
  }
}
