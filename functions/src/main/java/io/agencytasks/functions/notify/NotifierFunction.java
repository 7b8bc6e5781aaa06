package io.agencytasks.functions.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.agencytasks.domain.notification.TellOwner;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears that a task has come to its end, and tells its owner. What fails, Lambda tries again. */
public final class NotifierFunction implements RequestHandler<Map<String, Object>, Boolean> {
  private static final Logger log = LoggerFactory.getLogger(NotifierFunction.class);

  private final TellOwner tellOwner;

  public NotifierFunction() {
    this(FunctionContext.lazy());
  }

  NotifierFunction(ApplicationContext context) {
    this.tellOwner = context.getBean(TellOwner.class);
  }

  @Override
  public Boolean handleRequest(Map<String, Object> event, Context context) {
    var task = HeardEvent.of(event);
    try {
      tellOwner.apply(task);
    } catch (InterruptedException timeout) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("its time was over", timeout);
    }
    log.atInfo()
        .addKeyValue("task", task.task().value())
        .addKeyValue("user", task.userId())
        .addKeyValue("event", task.how().event())
        .log("answered an event");
    return true;
  }
}
