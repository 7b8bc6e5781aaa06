package io.agencytasks.functions.http;

import io.agencytasks.domain.stats.GetStats;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.ZoneOffset;

/** {@code GET /v1/tasks/stats} (FR-010). */
public final class GetStatsFunction extends HttpFunction {
  private final GetStats getStats;

  public GetStatsFunction() {
    this(FunctionContext.lazy());
  }

  GetStatsFunction(ApplicationContext context) {
    super(context);
    this.getStats = context.getBean(GetStats.class);
  }

  @Override
  Answer answer(Request request) {
    var query = request.query();
    var zone = query.optional("timeZone", Decoders.ZONE, ZoneOffset.UTC);
    query.end();
    return Answer.ok(getStats.apply(request.owner(), zone.get()));
  }
}
