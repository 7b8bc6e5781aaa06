package io.agencytasks.functions.http;

import io.agencytasks.domain.readiness.GetReadiness;
import io.agencytasks.domain.readiness.Readiness;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/tasks/{id}/readiness} (why a task is not running). */
public final class GetReadinessFunction extends HttpFunction {
  private final GetReadiness getReadiness;

  public GetReadinessFunction() {
    this(FunctionContext.lazy());
  }

  GetReadinessFunction(ApplicationContext context) {
    super(context);
    this.getReadiness = context.getBean(GetReadiness.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    return getReadiness
        .apply(request.owner(), request.taskId())
        .map(readiness -> Answer.ok(Shown.of(readiness)))
        .orElseGet(Refusals::notFound);
  }

  record Shown(
      boolean ready,
      List<ShownReason> reasons,
      @Nullable Long queuePosition,
      @Nullable Instant estimatedStart) {
    static Shown of(Readiness readiness) {
      return new Shown(
          readiness.ready(),
          readiness.reasons().stream().map(ShownReason::of).toList(),
          readiness.queuePosition(),
          readiness.estimatedStart());
    }
  }
}
