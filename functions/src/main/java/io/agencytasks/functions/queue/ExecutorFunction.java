package io.agencytasks.functions.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** Hears doorbells and runs what is most urgent of all but the browser's, whatever rang. */
public final class ExecutorFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final LaneWorker worker;

  public ExecutorFunction() {
    this(FunctionContext.lazy());
  }

  ExecutorFunction(ApplicationContext context) {
    this.worker = new LaneWorker(context, Lane.STANDARD);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return worker.hear(event, context);
  }
}
