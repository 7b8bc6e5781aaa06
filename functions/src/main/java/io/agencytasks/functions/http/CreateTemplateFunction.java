package io.agencytasks.functions.http;

import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.template.CreateTemplate;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;

/** {@code POST /v1/templates} (G7). */
public final class CreateTemplateFunction extends HttpFunction {
  private final CreateTemplate createTemplate;
  private final TaskTypes types;
  private final Clock clock;

  public CreateTemplateFunction() {
    this(FunctionContext.lazy());
  }

  CreateTemplateFunction(ApplicationContext context) {
    super(context);
    this.createTemplate = context.getBean(CreateTemplate.class);
    this.types = context.getBean(TaskTypes.class);
    this.clock = context.getBean(Clock.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var template = TemplateInput.create(request.body(), types, clock.instant());
    return Savings.answer(createTemplate.apply(request.owner(), template), Answer::created);
  }
}
