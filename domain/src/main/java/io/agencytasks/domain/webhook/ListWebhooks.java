package io.agencytasks.domain.webhook;

import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Owner;

/** Shows an owner's webhooks page by page, the newest first. */
public final class ListWebhooks {

  /** Reads a page of webhooks. */
  public interface Store {

    /** One statement, but for a page that outgrows one answer of the database. */
    WebhookList list(Owner owner, Stretch stretch);
  }

  private final Store webhooks;

  public ListWebhooks(Store webhooks) {
    this.webhooks = webhooks;
  }

  public WebhookList apply(Owner owner, Stretch stretch) {
    return webhooks.list(owner, stretch);
  }
}
