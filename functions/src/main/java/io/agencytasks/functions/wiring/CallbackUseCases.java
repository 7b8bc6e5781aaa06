package io.agencytasks.functions.wiring;

import io.agencytasks.domain.execution.MeasuredCallbacks;
import io.agencytasks.domain.execution.TakeCallback;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use case of those who do a task's work elsewhere. */
@Factory
final class CallbackUseCases {

  @Singleton
  TakeCallback takeCallback(
      TakeCallback.Store executions, Doorbell doorbell, EventBell events, Metrics metrics) {
    return new TakeCallback(new MeasuredCallbacks(executions, metrics), doorbell, events);
  }
}
