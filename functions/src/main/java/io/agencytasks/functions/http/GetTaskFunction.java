package io.agencytasks.functions.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agencytasks.domain.task.Execution;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.SourceMessage;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.task.TaskDetails;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/tasks/{id}} (FR-011). */
public final class GetTaskFunction extends HttpFunction {
  private final GetTask getTask;

  public GetTaskFunction() {
    this(FunctionContext.lazy());
  }

  GetTaskFunction(ApplicationContext context) {
    super(context);
    this.getTask = context.getBean(GetTask.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    return getTask
        .apply(request.owner(), request.taskId())
        .map(details -> Answer.ok(details.task(), Shown.of(details)))
        .orElseGet(Refusals::notFound);
  }

  /** The task's own fields, and beside them what surrounds it. */
  record Shown(
      @JsonUnwrapped Task task, List<Execution> executions, @Nullable SourceMessage sourceMessage) {
    static Shown of(TaskDetails details) {
      return new Shown(details.task(), details.executions(), details.sourceMessage());
    }
  }
}
