package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/tasks/{id}/execute} (FR-007). */
public final class ExecuteTaskFunction extends HttpFunction {
  private final ChangeTasks changeTasks;

  public ExecuteTaskFunction() {
    this(FunctionContext.lazy());
  }

  ExecuteTaskFunction(ApplicationContext context) {
    super(context);
    this.changeTasks = context.getBean(ChangeTasks.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    request.optionalBody().end();
    var id = request.taskId();
    return Changes.answer(
        changeTasks.one(request.owner(), id, request.ifMatch(), new Action.Execute()),
        done -> Answer.accepted(new Shown(true, id, TaskStatus.QUEUED)));
  }

  record Shown(boolean success, TaskId taskId, TaskStatus status) {}
}
