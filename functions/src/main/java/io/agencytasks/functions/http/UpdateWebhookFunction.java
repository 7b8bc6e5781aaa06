package io.agencytasks.functions.http;

import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.webhook.UpdateWebhook;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code PATCH /v1/webhooks/{id}}. */
public final class UpdateWebhookFunction extends HttpFunction {
  private final UpdateWebhook updateWebhook;
  private final TaskTypes types;

  public UpdateWebhookFunction() {
    this(FunctionContext.lazy());
  }

  UpdateWebhookFunction(ApplicationContext context) {
    super(context);
    this.updateWebhook = context.getBean(UpdateWebhook.class);
    this.types = context.getBean(TaskTypes.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var id = request.webhookId();
    var patch = WebhookInput.patch(request.body(), types);
    return WebhookSavings.answer(
        updateWebhook.apply(request.owner(), id, request.ifMatch(), patch), Answer::ok);
  }
}
