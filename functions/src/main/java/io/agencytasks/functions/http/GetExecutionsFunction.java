package io.agencytasks.functions.http;

import io.agencytasks.domain.history.GetExecutions;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Execution;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/**
 * {@code GET /v1/tasks/{id}/executions} (FR-012). A page ends early where its executions together
 * outgrow what Lambda may answer, 6 MB; the next one begins behind the last that came.
 */
public final class GetExecutionsFunction extends HttpFunction {
  private final GetExecutions getExecutions;

  public GetExecutionsFunction() {
    this(FunctionContext.lazy());
  }

  GetExecutionsFunction(ApplicationContext context) {
    super(context);
    this.getExecutions = context.getBean(GetExecutions.class);
  }

  @Override
  Answer answer(Request request) {
    var stretch = StretchInput.read(request.query(), 20);
    return getExecutions
        .apply(request.owner(), request.taskId(), stretch)
        .map(history -> Answer.ok(Shown.of(history, stretch)))
        .orElseGet(Refusals::notFound);
  }

  record Shown(List<Execution> executions, long total, int limit, int offset) {
    static Shown of(History<Execution> history, Stretch stretch) {
      return new Shown(history.entries(), history.total(), stretch.limit(), stretch.offset());
    }
  }
}
