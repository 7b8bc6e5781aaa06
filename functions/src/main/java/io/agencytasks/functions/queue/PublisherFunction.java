package io.agencytasks.functions.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.agencytasks.domain.bus.PublishEvents;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears event bells and publishes all that waits, whatever rang. */
public final class PublisherFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger log = LoggerFactory.getLogger(PublisherFunction.class);

  /** Kept back from Lambda's own timeout, for the round that is under way. */
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private final PublishEvents publishEvents;
  private final Clock clock;

  public PublisherFunction() {
    this(FunctionContext.lazy());
  }

  PublisherFunction(ApplicationContext context) {
    this.publishEvents = context.getBean(PublishEvents.class);
    this.clock = context.getBean(Clock.class);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var until = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    try {
      var report = publishEvents.apply(until);
      log.atInfo()
          .addKeyValue("published", report.published())
          .addKeyValue("refused", report.refused())
          .log("answered event bells");
      return report.refused() == 0 ? RungAgain.NONE : RungAgain.all(event);
    } catch (Unavailable outage) {
      log.atError().setCause(outage).log("not all is published or marked: these bells ring again");
      return RungAgain.all(event);
    }
  }
}
