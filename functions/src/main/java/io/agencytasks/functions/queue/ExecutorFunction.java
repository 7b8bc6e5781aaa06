package io.agencytasks.functions.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.execution.WornOut;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears doorbells and runs what is most urgent, whatever rang. */
public final class ExecutorFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger log = LoggerFactory.getLogger(ExecutorFunction.class);

  /** Kept back from Lambda's own timeout, to settle what was cut off. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final RunExecutions runExecutions;
  private final Clock clock;

  public ExecutorFunction() {
    this(FunctionContext.lazy());
  }

  ExecutorFunction(ApplicationContext context) {
    this.runExecutions = context.getBean(RunExecutions.class);
    this.clock = context.getBean(Clock.class);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    try {
      var doorbells = HeardBells.of(event);
      int attempts = runExecutions.apply(Lane.STANDARD, doorbells, until);
      log.atInfo()
          .addKeyValue("doorbells", doorbells.count())
          .addKeyValue("attempts", attempts)
          .log("answered doorbells");
      return RungAgain.NONE;
    } catch (Unavailable outage) {
      log.atError().setCause(outage).log("nothing claimed: these doorbells ring again");
      return RungAgain.all(event);
    } catch (WornOut stuck) {
      log.atError().setCause(stuck).log("nothing claimed: these doorbells ring again");
      return RungAgain.all(event);
    } catch (InterruptedException timeout) {
      Thread.currentThread().interrupt();
      return RungAgain.all(event);
    }
  }
}
