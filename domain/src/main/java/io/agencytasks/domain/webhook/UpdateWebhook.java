package io.agencytasks.domain.webhook;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.template.CheckedTask;

/** Changes a webhook; what came in before stays as it is. */
public final class UpdateWebhook {

  /** Changes a webhook, in one statement. */
  public interface Store {
    WebhookSaving update(
        Owner owner,
        WebhookId id,
        IfMatch ifMatch,
        WebhookPatch patch,
        Patch<CheckedTask> defaults);
  }

  private final Store webhooks;
  private final TaskTypes types;

  public UpdateWebhook(Store webhooks, TaskTypes types) {
    this.webhooks = webhooks;
    this.types = types;
  }

  public WebhookSaving apply(Owner owner, WebhookId id, IfMatch ifMatch, WebhookPatch patch) {
    var defaults = patch.defaults().map(it -> CheckedTask.of(it, types));
    return webhooks.update(owner, id, ifMatch, patch, defaults);
  }
}
