package io.agencytasks.functions.http;

import io.agencytasks.domain.template.DeleteTemplate;
import io.agencytasks.domain.template.Deletion.Deleted;
import io.agencytasks.domain.template.Deletion.NotFound;
import io.agencytasks.domain.template.Deletion.Stale;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code DELETE /v1/templates/{id}} (G7). */
public final class DeleteTemplateFunction extends HttpFunction {
  private final DeleteTemplate deleteTemplate;

  public DeleteTemplateFunction() {
    this(FunctionContext.lazy());
  }

  DeleteTemplateFunction(ApplicationContext context) {
    super(context);
    this.deleteTemplate = context.getBean(DeleteTemplate.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var id = request.templateId();
    return switch (deleteTemplate.apply(request.owner(), id, request.ifMatch())) {
      case Deleted() -> Answer.ok(new Shown(true, id));
      case NotFound() -> Refusals.templateNotFound();
      case Stale(var version) -> Refusals.stale(version);
    };
  }

  record Shown(boolean success, TemplateId templateId) {}
}
