package io.agencytasks.functions.http;

import io.agencytasks.domain.webhook.RotateSecret;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/webhooks/{id}/rotate-secret}. */
public final class RotateSecretFunction extends HttpFunction {
  private final RotateSecret rotateSecret;

  public RotateSecretFunction() {
    this(FunctionContext.lazy());
  }

  RotateSecretFunction(ApplicationContext context) {
    super(context);
    this.rotateSecret = context.getBean(RotateSecret.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var id = request.webhookId();
    var chosen = WebhookInput.secret(request.optionalBody());
    return WebhookSavings.answer(
        rotateSecret.apply(request.owner(), id, request.ifMatch(), chosen), Answer::ok);
  }
}
