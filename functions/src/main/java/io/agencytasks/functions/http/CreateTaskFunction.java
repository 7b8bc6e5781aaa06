package io.agencytasks.functions.http;

import io.agencytasks.domain.task.CreateTask;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/tasks} (FR-001). */
public final class CreateTaskFunction extends HttpFunction {
  private final CreateTask createTask;
  private final TaskTypes types;

  public CreateTaskFunction() {
    this(FunctionContext.lazy());
  }

  CreateTaskFunction(ApplicationContext context) {
    super(context);
    this.createTask = context.getBean(CreateTask.class);
    this.types = context.getBean(TaskTypes.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var task = NewTaskInput.read(request.body(), types);
    return Creations.answer(
        createTask.apply(request.owner(), task, request.idempotencyKey()), Refusals::notFound);
  }
}
