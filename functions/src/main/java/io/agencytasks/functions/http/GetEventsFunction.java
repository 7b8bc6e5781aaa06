package io.agencytasks.functions.http;

import io.agencytasks.domain.history.GetEvents;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.history.TaskEvent;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/**
 * {@code GET /v1/tasks/{id}/events} (NFR-023). A page ends early where its events together outgrow
 * what Lambda may answer, 6 MB; the next one begins behind the last that came.
 */
public final class GetEventsFunction extends HttpFunction {
  private final GetEvents getEvents;

  public GetEventsFunction() {
    this(FunctionContext.lazy());
  }

  GetEventsFunction(ApplicationContext context) {
    super(context);
    this.getEvents = context.getBean(GetEvents.class);
  }

  @Override
  Answer answer(Request request) {
    var stretch = StretchInput.read(request.query(), 50);
    return getEvents
        .apply(request.owner(), request.taskId(), stretch)
        .map(history -> Answer.ok(Shown.of(history, stretch)))
        .orElseGet(Refusals::notFound);
  }

  record Shown(List<TaskEvent> events, long total, int limit, int offset) {
    static Shown of(History<TaskEvent> history, Stretch stretch) {
      return new Shown(history.entries(), history.total(), stretch.limit(), stretch.offset());
    }
  }
}
