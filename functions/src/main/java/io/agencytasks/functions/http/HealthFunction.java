package io.agencytasks.functions.http;

import io.agencytasks.domain.health.CheckHealth;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** {@code GET /v1/health}: 200 when the database answers, else 503. Asks for no token. */
public final class HealthFunction extends HttpFunction {
  private final CheckHealth checkHealth;

  public HealthFunction() {
    this(FunctionContext.lazy());
  }

  HealthFunction(ApplicationContext context) {
    super(context);
    this.checkHealth = context.getBean(CheckHealth.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    checkHealth.apply();
    return Answer.ok(Map.of("status", "ok"));
  }
}
