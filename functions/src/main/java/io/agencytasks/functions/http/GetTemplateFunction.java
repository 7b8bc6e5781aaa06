package io.agencytasks.functions.http;

import io.agencytasks.domain.template.GetTemplate;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code GET /v1/templates/{id}} (G7). */
public final class GetTemplateFunction extends HttpFunction {
  private final GetTemplate getTemplate;

  public GetTemplateFunction() {
    this(FunctionContext.lazy());
  }

  GetTemplateFunction(ApplicationContext context) {
    super(context);
    this.getTemplate = context.getBean(GetTemplate.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    return getTemplate
        .apply(request.owner(), request.templateId())
        .map(Answer::ok)
        .orElseGet(Refusals::templateNotFound);
  }
}
