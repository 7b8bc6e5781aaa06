package io.agencytasks.functions.http;

import io.agencytasks.domain.secret.ListSecrets;
import io.agencytasks.domain.secret.Secret;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** {@code GET /v1/secrets}. */
public final class ListSecretsFunction extends HttpFunction {
  private final ListSecrets listSecrets;

  public ListSecretsFunction() {
    this(FunctionContext.lazy());
  }

  ListSecretsFunction(ApplicationContext context) {
    super(context);
    this.listSecrets = context.getBean(ListSecrets.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    return Answer.ok(new Shown(listSecrets.apply(request.owner())));
  }

  record Shown(List<Secret> secrets) {}
}
