package io.agencytasks.browser;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.functions.queue.LaneWorker;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** Hears doorbells of the browser's lane and runs what is most urgent there, whatever rang. */
public final class BrowserExecutorFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final LaneWorker worker;

  public BrowserExecutorFunction() {
    this(FunctionContext.lazy());
  }

  BrowserExecutorFunction(ApplicationContext context) {
    this.worker = new LaneWorker(context, Lane.BROWSER);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return worker.hear(event, context);
  }
}
