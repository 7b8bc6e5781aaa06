package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/tasks/{id}/reject} (FR-006). */
public final class RejectTaskFunction extends HttpFunction {
  private final ChangeTasks changeTasks;

  public RejectTaskFunction() {
    this(FunctionContext.lazy());
  }

  RejectTaskFunction(ApplicationContext context) {
    super(context);
    this.changeTasks = context.getBean(ChangeTasks.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var in = request.body();
    var reason = in.required("reason", TaskFields.REMARK);
    in.end();
    var reject = new Action.Reject(reason.get());
    return Changes.task(
        changeTasks.one(request.owner(), request.taskId(), request.ifMatch(), reject));
  }
}
