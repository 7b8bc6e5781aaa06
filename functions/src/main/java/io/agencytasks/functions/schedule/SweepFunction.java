package io.agencytasks.functions.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.agencytasks.domain.sweep.SweepTasks;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repairs and releases, once a minute. What fires it says nothing that it needs to know. */
public final class SweepFunction
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
  private static final Logger log = LoggerFactory.getLogger(SweepFunction.class);

  private final SweepTasks sweep;

  public SweepFunction() {
    this(FunctionContext.lazy());
  }

  SweepFunction(ApplicationContext context) {
    this.sweep = context.getBean(SweepTasks.class);
  }

  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> event, Context context) {
    var report = sweep.apply();
    log.atInfo()
        .addKeyValue("lost", report.lost())
        .addKeyValue("released", report.released())
        .addKeyValue("rung", report.rung())
        .addKeyValue("forgotten", report.forgotten())
        .log("swept");
    return Map.of(
        "lost",
        report.lost(),
        "released",
        report.released(),
        "rung",
        report.rung(),
        "forgotten",
        report.forgotten());
  }
}
