package io.agencytasks.functions.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.template.CheckedTask;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.Rules;
import io.agencytasks.domain.webhook.UpdateWebhook;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.domain.webhook.WebhookName;
import io.agencytasks.domain.webhook.WebhookPatch;
import io.agencytasks.domain.webhook.WebhookSaving;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Changes a webhook. */
@Singleton
final class UpdateWebhookSql implements UpdateWebhook.Store {
  private static final String SQL =
      """
      with webhook as (
        select w.*, not coalesce(cast(:versions as jsonb) @> to_jsonb(w.version), true) as stale
        from user_webhooks w
        join users u on u.id = w.user_id
        where w.id = :id
          and u.subject = :subject
        for update of w
      ),
      draft as (
        select user_id, channel,
               case
                 when change -> 'template_id' is null then template_id
                 else cast(change ->> 'template_id' as bigint)
               end as template_id,
               coalesce(change -> 'defaults', defaults) as defaults,
               coalesce(change -> 'rules', rules) as rules
        from webhook, cast(:change as jsonb) as change
        where not stale
      ),
      {faults},
      misplaced as (
        select 'address' as field,
               case channel
                 when 'sms' then 'must be a number like +4915112345678'
                 when 'email' then 'must be a mailbox like tasks@example.com'
                 else 'must be left out: a custom webhook has a URL'
               end as message
        from draft
        where cast(:change as jsonb) -> 'address' is not null
          and not case channel when 'sms' then :isNumber when 'email' then :isMailbox else false end
      ),
      saved as (
        update user_webhooks w
        set name = coalesce(change ->> 'name', w.name),
            address = coalesce(change ->> 'address', w.address),
            enabled = coalesce(cast(change ->> 'enabled' as boolean), w.enabled),
            template_id = draft.template_id,
            defaults = draft.defaults,
            rules = draft.rules,
            updated_at = now(),
            version = w.version + 1
        from webhook, draft, cast(:change as jsonb) as change
        where w.id = webhook.id
          and not exists (select from faults)
          and not exists (select from misplaced)
        returning w.*
      ),
      {pieces}
      select kind, json
      from (
        select 0 as piece, 'stale' as kind, cast(version as text) as json
        from webhook
        where stale
        union all
        select 0, 'fault', cast(to_jsonb(misplaced) as text)
        from misplaced
        union all
        {faultRows}
        union all
        select piece, kind, json
        from answer
      ) told
      order by piece
      """
          .replace("{faults}", WebhookRows.FAULTS)
          .replace("{faultRows}", WebhookRows.FAULT_ROWS)
          .replace("{pieces}", WebhookRows.PIECES);

  private final DataApi database;

  UpdateWebhookSql(DataApi database) {
    this.database = database;
  }

  @Override
  public WebhookSaving update(
      Owner owner, WebhookId id, IfMatch ifMatch, WebhookPatch patch, Patch<CheckedTask> defaults) {
    var address = patch.address().given();
    var change =
        new Change(
            patch.name(),
            patch.address(),
            patch.enabled(),
            patch.templateId(),
            defaults.map(CheckedTaskRow::of),
            patch.rules());
    return WebhookRows.save(
        database,
        Statement.once(SQL)
            .number("id", id.value())
            .text("subject", owner.subject())
            .text("versions", ifMatch.versions().map(TaskRows::write).orElse(null))
            .flag("isNumber", address != null && Channel.SMS.takes(address))
            .flag("isMailbox", address != null && Channel.EMAIL.takes(address))
            .text("change", TaskRows.write(change)));
  }

  /** What is kept is left out. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Change(
      Patch<WebhookName> name,
      Patch<String> address,
      Patch<Boolean> enabled,
      Patch<TemplateId> templateId,
      Patch<CheckedTaskRow> defaults,
      Patch<Rules> rules) {}
}
