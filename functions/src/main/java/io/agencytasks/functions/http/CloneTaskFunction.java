package io.agencytasks.functions.http;

import io.agencytasks.domain.task.CloneTask;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/tasks/{id}/clone} (US-013). */
public final class CloneTaskFunction extends HttpFunction {
  private final CloneTask cloneTask;
  private final TaskTypes types;

  public CloneTaskFunction() {
    this(FunctionContext.lazy());
  }

  CloneTaskFunction(ApplicationContext context) {
    super(context);
    this.cloneTask = context.getBean(CloneTask.class);
    this.types = context.getBean(TaskTypes.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var source = request.taskId();
    var input = CloneInput.read(request.optionalBody(), types);
    var key = request.idempotencyKey();
    var copy =
        input.dryRun()
            ? cloneTask.draft(request.owner(), source, input.changes())
            : cloneTask.apply(request.owner(), source, input.changes(), key);
    return Creations.answer(copy, Refusals::notFound);
  }
}
