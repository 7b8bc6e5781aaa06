package io.agencytasks.domain.webhook;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives a webhook another secret; the one before counts for 24 hours more. */
public final class RotateSecret {

  /** Changes a secret, in one statement. */
  public interface Store {

    /**
     * Stores it in the place of the one that is there, which counts for a day more.
     *
     * @param standard whether it is one as Standard Webhooks asks
     */
    WebhookSaving rotate(
        Owner owner, WebhookId id, IfMatch ifMatch, String sealed, boolean standard);
  }

  private final Store webhooks;
  private final Seal seal;
  private final RandomGenerator random;

  public RotateSecret(Store webhooks, Seal seal, RandomGenerator random) {
    this.webhooks = webhooks;
    this.seal = seal;
    this.random = random;
  }

  /**
   * Rotates it.
   *
   * @param chosen by the sender, if it wants another than one of ours
   */
  public WebhookSaving apply(
      Owner owner, WebhookId id, IfMatch ifMatch, Optional<WebhookSecret> chosen) {
    var secret = chosen.orElseGet(() -> WebhookSecret.random(random));
    var sealed = seal.close(secret, owner.subject());
    var saving = webhooks.rotate(owner, id, ifMatch, sealed, secret.isStandard());
    return saving instanceof WebhookSaving.Saved(var saved)
        ? new WebhookSaving.SavedWithSecret(saved, secret)
        : saving;
  }
}
