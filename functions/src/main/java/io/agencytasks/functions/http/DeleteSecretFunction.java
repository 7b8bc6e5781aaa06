package io.agencytasks.functions.http;

import io.agencytasks.domain.secret.DeleteSecret;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code DELETE /v1/secrets/{name}}. */
public final class DeleteSecretFunction extends HttpFunction {
  private final DeleteSecret deleteSecret;

  public DeleteSecretFunction() {
    this(FunctionContext.lazy());
  }

  DeleteSecretFunction(ApplicationContext context) {
    super(context);
    this.deleteSecret = context.getBean(DeleteSecret.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var name = request.secretName();
    return deleteSecret.apply(request.owner(), name)
        ? Answer.ok(new Shown(true, name))
        : Refusals.secretNotFound();
  }

  record Shown(boolean success, SecretName name) {}
}
