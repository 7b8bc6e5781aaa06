package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Owner;
import java.util.Optional;

/** Shows one webhook, without its secret. */
public final class GetWebhook {

  /** Reads a webhook, in one statement. */
  public interface Store {
    Optional<Webhook> find(Owner owner, WebhookId id);
  }

  private final Store webhooks;

  public GetWebhook(Store webhooks) {
    this.webhooks = webhooks;
  }

  public Optional<Webhook> apply(Owner owner, WebhookId id) {
    return webhooks.find(owner, id);
  }
}
