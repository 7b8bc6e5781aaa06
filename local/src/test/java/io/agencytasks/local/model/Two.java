package io.agencytasks.local.model;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Two callers who make their calls at the same time. */
final class Two implements AutoCloseable {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final CyclicBarrier together = new CyclicBarrier(2);

  List<Seen> make(Supplier<Seen> one, Supplier<Seen> other) {
    var first = start(one);
    var second = start(other);
    try {
      return List.of(first.get(), second.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Future<Seen> start(Supplier<Seen> call) {
    return threads.submit(
        () -> {
          meet();
          return call.get();
        });
  }

  private void meet() throws InterruptedException, BrokenBarrierException {
    together.await();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
