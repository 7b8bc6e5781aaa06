package io.agencytasks.functions.http;

import io.agencytasks.domain.webhook.GetWebhook;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code GET /v1/webhooks/{id}}. */
public final class GetWebhookFunction extends HttpFunction {
  private final GetWebhook getWebhook;

  public GetWebhookFunction() {
    this(FunctionContext.lazy());
  }

  GetWebhookFunction(ApplicationContext context) {
    super(context);
    this.getWebhook = context.getBean(GetWebhook.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    return getWebhook
        .apply(request.owner(), request.webhookId())
        .map(webhook -> Answer.ok(webhook, ShownWebhook.of(webhook)))
        .orElseGet(Refusals::webhookNotFound);
  }
}
