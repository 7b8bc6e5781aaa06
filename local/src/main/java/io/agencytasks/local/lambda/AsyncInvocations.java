package io.agencytasks.local.lambda;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invokes functions without waiting for them, as services do that send them events: one that fails
 * is tried twice more. On AWS one that is throttled would be tried for hours; here it counts as
 * failed.
 */
public final class AsyncInvocations implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AsyncInvocations.class);

  /** Lambda's own. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

  private static final Duration LAST_INVOCATIONS = Duration.ofSeconds(5);

  private final Lambda lambda;
  private final List<Duration> pauses;
  private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();

  public AsyncInvocations(Lambda lambda) {
    this(lambda, PAUSES);
  }

  /**
   * With pauses of its own.
   *
   * @param pauses before each further try
   */
  AsyncInvocations(Lambda lambda, List<Duration> pauses) {
    this.lambda = lambda;
    this.pauses = List.copyOf(pauses);
  }

  /** Has a function invoked with an event; returns at once. */
  public void invoke(String function, String event) {
    invocations.execute(() -> tryOnAndOn(function, event));
  }

  /** Tries nothing again, and gives what runs some seconds to end. */
  @Override
  public void close() {
    invocations.shutdownNow();
    try {
      if (!invocations.awaitTermination(LAST_INVOCATIONS.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("An invocation still runs: left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryOnAndOn(String function, String event) {
    try {
      Invocation invocation = lambda.invoke(function, event);
      for (Duration pause : pauses) {
        if (invocation instanceof Invocation.Answered) {
          return;
        }
        Thread.sleep(pause);
        invocation = lambda.invoke(function, event);
      }
      if (!(invocation instanceof Invocation.Answered)) {
        log.error("{} did not manage an event, which is lost: {}", function, invocation);
      }
    } catch (InterruptedException e) {
      log.warn("{} has not managed an event when the laptop stopped", function);
    }
  }
}
