package io.agencytasks.local.lambda;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that can be left behind when they ignore their interrupt. Platform threads, because a
 * virtual one that never waits would keep a carrier from everybody else.
 */
final class AbandonableThreads implements AutoCloseable {
  private final ExecutorService executor;

  AbandonableThreads(String name) {
    this.executor =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name(name + "-", 1).factory());
  }

  <T> Future<T> start(Callable<T> work) {
    return start(work, () -> {});
  }

  /**
   * Starts work, and runs {@code after} once it has really ended: not when it is cancelled, but
   * also when it never began.
   */
  <T> Future<T> start(Callable<T> work, Runnable after) {
    var task = new FutureTask<>(work);
    try {
      executor.execute(
          () -> {
            task.run();
            after.run();
          });
    } catch (RuntimeException | Error e) {
      after.run();
      throw e;
    }
    return task;
  }

  /** Waits for work; interrupts it when the time is over, or when the waiting is. */
  <T> T await(Future<T> work, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return work.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      work.cancel(true);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
