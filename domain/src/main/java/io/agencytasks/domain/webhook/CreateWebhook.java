package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.template.CheckedTask;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens a way in for messages. */
public final class CreateWebhook {
  /** How many a user may have. */
  public static final int MOST_WEBHOOKS = 1000;

  /** Keeps a new webhook, in one statement. */
  public interface Store {

    /**
     * Stores it; its owner's row is made at first sight.
     *
     * @param sealed its secret; null where it has none
     * @param most how many there may be with it
     */
    WebhookSaving create(
        Owner owner, NewWebhook webhook, CheckedTask defaults, @Nullable String sealed, int most);
  }

  private final Store webhooks;
  private final Seal seal;
  private final TaskTypes types;
  private final RandomGenerator random;

  public CreateWebhook(Store webhooks, Seal seal, TaskTypes types, RandomGenerator random) {
    this.webhooks = webhooks;
    this.seal = seal;
    this.types = types;
    this.random = random;
  }

  public WebhookSaving apply(Owner owner, NewWebhook webhook) {
    var defaults = CheckedTask.of(webhook.defaults(), types);
    if (webhook.verification() == null) {
      return webhooks.create(owner, webhook, defaults, null, MOST_WEBHOOKS);
    }
    var chosen = webhook.secret();
    var secret = chosen == null ? WebhookSecret.random(random) : chosen;
    var sealed = seal.close(secret, owner.subject());
    var saving = webhooks.create(owner, webhook, defaults, sealed, MOST_WEBHOOKS);
    return saving instanceof WebhookSaving.Saved(var saved)
        ? new WebhookSaving.SavedWithSecret(saved, secret)
        : saving;
  }
}
