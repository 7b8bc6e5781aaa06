package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.Remark;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;

/** {@code DELETE /v1/tasks/{id}} (FR-008): the reason may come in a body or in the query. */
public final class CancelTaskFunction extends HttpFunction {
  private final ChangeTasks changeTasks;

  public CancelTaskFunction() {
    this(FunctionContext.lazy());
  }

  CancelTaskFunction(ApplicationContext context) {
    super(context);
    this.changeTasks = context.getBean(ChangeTasks.class);
  }

  @Override
  Answer answer(Request request) {
    var id = request.taskId();
    var cancel = new Action.Cancel(reason(request));
    return Changes.answer(
        changeTasks.one(request.owner(), id, request.ifMatch(), cancel),
        done -> Answer.ok(new Shown(true, id)));
  }

  private static Optional<Remark> reason(Request request) {
    var query = request.query();
    var body = request.optionalBody();
    var asked = query.nullable("reason", TaskFields.REMARK);
    var sent = body.nullable("reason", TaskFields.REMARK);
    body.refuseIf(
        !query.areEmpty() && !body.areEmpty(), "reason", "must not be in both body and query");
    query.end();
    body.end();
    var reason = asked.get();
    return Optional.ofNullable(reason == null ? sent.get() : reason);
  }

  record Shown(boolean success, TaskId taskId) {}
}
