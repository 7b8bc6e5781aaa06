package io.agencytasks.functions.schedule;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.agencytasks.domain.sweep.SweepTasks;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs and releases, once a minute. What fires it says nothing that it needs to know. A part
 * that broke fails the invocation once the others are done, so that it counts as an error.
 */
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
    var line = log.atInfo();
    for (var count : report.counts().entrySet()) {
      line = line.addKeyValue(count.getKey(), count.getValue());
    }
    line.log("swept");
    if (!report.failed().isEmpty()) {
      throw new IllegalStateException("These parts of the sweep broke: " + report.failed());
    }
    return report.counts();
  }
}
