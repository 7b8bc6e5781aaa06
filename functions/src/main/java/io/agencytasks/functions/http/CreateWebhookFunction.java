package io.agencytasks.functions.http;

import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.webhook.CreateWebhook;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/webhooks}. */
public final class CreateWebhookFunction extends HttpFunction {
  private final CreateWebhook createWebhook;
  private final TaskTypes types;

  public CreateWebhookFunction() {
    this(FunctionContext.lazy());
  }

  CreateWebhookFunction(ApplicationContext context) {
    super(context);
    this.createWebhook = context.getBean(CreateWebhook.class);
    this.types = context.getBean(TaskTypes.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var webhook = WebhookInput.create(request.body(), types);
    return WebhookSavings.answer(createWebhook.apply(request.owner(), webhook), Answer::created);
  }
}
