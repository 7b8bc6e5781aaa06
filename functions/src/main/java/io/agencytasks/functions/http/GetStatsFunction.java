package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.text;

import io.agencytasks.domain.stats.GetStats;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.ZoneId;
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
    var zone = query.optional("timeZone", text(GetStatsFunction::zone), ZoneOffset.UTC);
    query.end();
    return Answer.ok(getStats.apply(request.owner(), zone.get()));
  }

  /** A name of the IANA database only: an offset knows nothing of summer. */
  private static ZoneId zone(String name) {
    Decoders.require(
        ZoneId.getAvailableZoneIds().contains(name),
        "must be the name of a time zone, like Europe/Berlin or UTC");
    return ZoneId.of(name);
  }
}
