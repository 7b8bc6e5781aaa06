package io.agencytasks.functions.http;

import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code PATCH /v1/tasks/{id}} (FR-004). */
public final class UpdateTaskFunction extends HttpFunction {
  private final ChangeTasks changeTasks;
  private final TaskTypes types;

  public UpdateTaskFunction() {
    this(FunctionContext.lazy());
  }

  UpdateTaskFunction(ApplicationContext context) {
    super(context);
    this.changeTasks = context.getBean(ChangeTasks.class);
    this.types = context.getBean(TaskTypes.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var update = UpdateInput.read(request.body(), types);
    return Changes.task(
        changeTasks.one(request.owner(), request.taskId(), request.ifMatch(), update));
  }
}
