package io.agencytasks.functions.http;

import io.agencytasks.domain.template.Deletion.Deleted;
import io.agencytasks.domain.template.Deletion.NotFound;
import io.agencytasks.domain.template.Deletion.Stale;
import io.agencytasks.domain.webhook.DeleteWebhook;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code DELETE /v1/webhooks/{id}}. */
public final class DeleteWebhookFunction extends HttpFunction {
  private final DeleteWebhook deleteWebhook;

  public DeleteWebhookFunction() {
    this(FunctionContext.lazy());
  }

  DeleteWebhookFunction(ApplicationContext context) {
    super(context);
    this.deleteWebhook = context.getBean(DeleteWebhook.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var id = request.webhookId();
    return switch (deleteWebhook.apply(request.owner(), id, request.ifMatch())) {
      case Deleted() -> Answer.ok(new Shown(true, id));
      case NotFound() -> Refusals.webhookNotFound();
      case Stale(var version) -> Refusals.stale(version);
    };
  }

  record Shown(boolean success, WebhookId webhookId) {}
}
