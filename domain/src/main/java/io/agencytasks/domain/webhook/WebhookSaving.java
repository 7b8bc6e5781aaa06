package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Fault;
import java.util.List;

/** How a wish to keep a webhook ended. */
public sealed interface WebhookSaving {

  record Saved(Webhook webhook) implements WebhookSaving {}

  /** Saved with a secret, which is shown this once. */
  record SavedWithSecret(Webhook webhook, WebhookSecret secret) implements WebhookSaving {}

  /** It cannot be as it is wanted: every reason, by field. */
  record Refused(List<Fault> faults) implements WebhookSaving {}

  /** Another webhook that is enabled has this address, whoever's it is. */
  record AddressTaken() implements WebhookSaving {}

  /** There are as many as one user may have. */
  record TooMany(int most) implements WebhookSaving {}

  /** Its channel itself vouches for senders: there is no secret. */
  record WithoutSecret() implements WebhookSaving {}

  record NotFound() implements WebhookSaving {}

  /** It is another version than the one that the change was meant for. */
  record Stale(int version) implements WebhookSaving {}
}
