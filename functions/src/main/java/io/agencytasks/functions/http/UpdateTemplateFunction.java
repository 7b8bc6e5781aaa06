package io.agencytasks.functions.http;

import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.template.UpdateTemplate;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;

/** {@code PATCH /v1/templates/{id}} (G7). */
public final class UpdateTemplateFunction extends HttpFunction {
  private final UpdateTemplate updateTemplate;
  private final TaskTypes types;
  private final Clock clock;

  public UpdateTemplateFunction() {
    this(FunctionContext.lazy());
  }

  UpdateTemplateFunction(ApplicationContext context) {
    super(context);
    this.updateTemplate = context.getBean(UpdateTemplate.class);
    this.types = context.getBean(TaskTypes.class);
    this.clock = context.getBean(Clock.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var id = request.templateId();
    var patch = TemplateInput.patch(request.body(), types, clock.instant());
    return Savings.answer(
        updateTemplate.apply(request.owner(), id, request.ifMatch(), patch), Answer::ok);
  }
}
