package io.agencytasks.functions.http;

import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookSaving;
import io.agencytasks.domain.webhook.WebhookSaving.AddressTaken;
import io.agencytasks.domain.webhook.WebhookSaving.NotFound;
import io.agencytasks.domain.webhook.WebhookSaving.Refused;
import io.agencytasks.domain.webhook.WebhookSaving.Saved;
import io.agencytasks.domain.webhook.WebhookSaving.SavedWithSecret;
import io.agencytasks.domain.webhook.WebhookSaving.Stale;
import io.agencytasks.domain.webhook.WebhookSaving.TooMany;
import io.agencytasks.domain.webhook.WebhookSaving.WithoutSecret;
import java.util.function.BiFunction;

/** The answers to a wish to keep a webhook. */
final class WebhookSavings {
  private WebhookSavings() {}

  static Answer answer(WebhookSaving saving, BiFunction<Webhook, Object, Answer> saved) {
    return switch (saving) {
      case Saved(var webhook) -> saved.apply(webhook, ShownWebhook.of(webhook));
      case SavedWithSecret(var webhook, var secret) ->
          saved.apply(webhook, ShownWebhook.of(webhook, secret));
      case Refused(var faults) -> Refusals.invalid(faults);
      case AddressTaken() ->
          Refusals.conflict(
              "A webhook that is enabled has this address already; choose another one, or disable"
                  + " that.");
      case TooMany(var most) ->
          Refusals.conflict(
              "You have %d webhooks, which is the most; delete one that you no longer need."
                  .formatted(most));
      case WithoutSecret() ->
          Refusals.conflict("This webhook has no secret: its channel vouches for senders.");
      case NotFound() -> Refusals.webhookNotFound();
      case Stale(var version) -> Refusals.stale(version);
    };
  }
}
