package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;

/** {@code POST /v1/tasks/{id}/approve} (FR-005). */
public final class ApproveTaskFunction extends HttpFunction {
  private final ChangeTasks changeTasks;

  public ApproveTaskFunction() {
    this(FunctionContext.lazy());
  }

  ApproveTaskFunction(ApplicationContext context) {
    super(context);
    this.changeTasks = context.getBean(ChangeTasks.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var in = request.optionalBody();
    var notes = in.nullable("notes", TaskFields.REMARK);
    in.end();
    var approve = new Action.Approve(Optional.ofNullable(notes.get()));
    return Changes.task(
        changeTasks.one(request.owner(), request.taskId(), request.ifMatch(), approve));
  }
}
