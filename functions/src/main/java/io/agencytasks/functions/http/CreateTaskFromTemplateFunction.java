package io.agencytasks.functions.http;

import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.template.CreateTaskFromTemplate;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/templates/{id}/tasks} (G7). */
public final class CreateTaskFromTemplateFunction extends HttpFunction {
  private final CreateTaskFromTemplate createTask;
  private final TaskTypes types;

  public CreateTaskFromTemplateFunction() {
    this(FunctionContext.lazy());
  }

  CreateTaskFromTemplateFunction(ApplicationContext context) {
    super(context);
    this.createTask = context.getBean(CreateTaskFromTemplate.class);
    this.types = context.getBean(TaskTypes.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var template = request.templateId();
    var in = request.optionalBody();
    var changes = TaskPatchInput.read(in, types);
    in.end();
    return Creations.answer(
        createTask.apply(request.owner(), template, changes.get(), request.idempotencyKey()),
        Refusals::templateNotFound);
  }
}
