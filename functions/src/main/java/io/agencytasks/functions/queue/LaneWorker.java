package io.agencytasks.functions.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.execution.WornOut;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.Unavailable;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the doorbells of a lane and runs what is most urgent there, whatever rang. */
public final class LaneWorker {
  private static final Logger log = LoggerFactory.getLogger(LaneWorker.class);

  /** Kept back from Lambda's own timeout, to settle what was cut off. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final RunExecutions runExecutions;
  private final Clock clock;
  private final Lane lane;

  public LaneWorker(ApplicationContext context, Lane lane) {
    this.runExecutions = context.getBean(RunExecutions.class);
    this.clock = context.getBean(Clock.class);
    this.lane = lane;
  }

  public SQSBatchResponse hear(SQSEvent event, Context context) {
    var until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    try {
      var doorbells = HeardBells.of(event);
      int attempts = runExecutions.apply(lane, doorbells, until);
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
