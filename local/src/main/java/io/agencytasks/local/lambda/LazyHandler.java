package io.agencytasks.local.lambda;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A function's handler, built at its first use and then kept. A failure is not kept: the next use
 * tries again, as Lambda's next sandbox would.
 */
final class LazyHandler implements AutoCloseable {
  private final HandlerLoader loader;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Optional<LoadedHandler> loaded = Optional.empty();

  LazyHandler(HandlerLoader loader) {
    this.loader = loader;
  }

  /** The handler where it is built already. */
  Optional<Handler> get() {
    return loaded.map(LoadedHandler::handler);
  }

  /** Builds the handler, or waits for another thread that is at it. */
  Handler load() throws Exception {
    lock.lockInterruptibly();
    try {
      if (loaded.isEmpty()) {
        loaded = Optional.of(loader.load());
      }
      return loaded.get().handler();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    loaded.ifPresent(LoadedHandler::close);
  }
}
