package io.agencytasks.local.gateway;

import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.lambda.Invocation.Answered;
import io.agencytasks.local.lambda.Invocation.Failed;
import io.agencytasks.local.lambda.Invocation.Throttled;
import io.agencytasks.local.lambda.Invocation.TimedOut;
import io.agencytasks.local.lambda.Lambda;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The proxy integration with Lambda. A function that outlives the integration's timeout goes on
 * running, unheard.
 */
record Integration(Lambda lambda, Duration timeout) {
  /** The most, and the default, that an HTTP API waits for an integration. */
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  Answer invoke(String function, String event) {
    return CompletableFuture.supplyAsync(
            () -> lambda.invoke(function, event), Thread::startVirtualThread)
        .thenApply(Integration::answer)
        .completeOnTimeout(Answer.SERVICE_UNAVAILABLE, timeout.toNanos(), TimeUnit.NANOSECONDS)
        .join();
  }

  private static Answer answer(Invocation invocation) {
    return switch (invocation) {
      case Answered(String json) -> FunctionResponse.parse(json);
      case Failed failed -> Answer.INTERNAL_SERVER_ERROR;
      case TimedOut timedOut -> Answer.INTERNAL_SERVER_ERROR;
      case Throttled throttled -> Answer.TOO_MANY_REQUESTS;
    };
  }
}
