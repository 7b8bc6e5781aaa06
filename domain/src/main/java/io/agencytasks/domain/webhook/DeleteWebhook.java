package io.agencytasks.domain.webhook;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.template.Deletion;

/** Closes a way in; the messages that came by it, and their tasks, stay. */
public final class DeleteWebhook {

  /** Deletes a webhook, in one statement. */
  public interface Store {
    Deletion delete(Owner owner, WebhookId id, IfMatch ifMatch);
  }

  private final Store webhooks;

  public DeleteWebhook(Store webhooks) {
    this.webhooks = webhooks;
  }

  public Deletion apply(Owner owner, WebhookId id, IfMatch ifMatch) {
    return webhooks.delete(owner, id, ifMatch);
  }
}
