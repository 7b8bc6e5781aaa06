package io.agencytasks.local.lambda;

import java.time.Duration;
import java.util.Optional;

/** Counts how a function's invocations end. */
final class InvocationCounts {
  private long invocations;
  private long errors;
  private Optional<Duration> lastDuration = Optional.empty();

  synchronized void add(Invocation invocation, Duration duration) {
    switch (invocation) {
      case Invocation.Answered answered -> invocations++;
      case Invocation.Failed failed -> {
        invocations++;
        errors++;
      }
      case Invocation.TimedOut timedOut -> {
        invocations++;
        errors++;
      }
      case Invocation.Throttled throttled -> {
        return;
      }
    }
    lastDuration = Optional.of(duration);
  }

  synchronized FunctionStatus status(String name, int running) {
    return new FunctionStatus(name, invocations, errors, running, lastDuration);
  }
}
