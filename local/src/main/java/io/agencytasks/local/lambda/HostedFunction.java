package io.agencytasks.local.lambda;

import io.agencytasks.local.template.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One function of the stack: its handler, its threads, its limits. */
final class HostedFunction implements AutoCloseable {
  /** How long Lambda lets a function with SnapStart initialise, apart from its own timeout. */
  private static final Duration INIT_LIMIT = Duration.ofSeconds(130);

  private final Stack.Function function;
  private final AwsAccount account;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final int concurrency;
  private final Semaphore places;
  private final InvocationCounts counts = new InvocationCounts();
  private final LazyHandler handler;
  private final AbandonableThreads threads;
  private final Logger log;

  HostedFunction(
      Stack.Function function,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids,
      int concurrency) {
    this.function = function;
    this.account = account;
    this.clock = clock;
    this.ids = ids;
    this.concurrency = concurrency;
    this.places = new Semaphore(concurrency);
    this.handler = new LazyHandler(new HandlerLoader(function, account));
    this.threads = new AbandonableThreads(function.name());
    this.log = LoggerFactory.getLogger("lambda." + function.name());
  }

  String name() {
    return function.name();
  }

  FunctionStatus status() {
    return counts.status(name(), concurrency - places.availablePermits());
  }

  Invocation invoke(String event) {
    Instant start = clock.instant();
    Invocation invocation = attempt(event);
    counts.add(invocation, Duration.between(start, clock.instant()));
    return invocation;
  }

  private Invocation attempt(String event) {
    try {
      Handler ready = ready();
      if (!places.tryAcquire()) {
        return new Invocation.Throttled();
      }
      return answer(threads.await(start(ready, event), function.timeout()));
    } catch (TimeoutException e) {
      Duration limit = handler.get().isPresent() ? function.timeout() : INIT_LIMIT;
      log.error("Timed out after {}", limit);
      return new Invocation.TimedOut(limit);
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(e);
    } catch (RejectedExecutionException | OutOfMemoryError e) { // closed, or no thread to be had
      return failed(e);
    }
  }

  private Handler ready() throws ExecutionException, TimeoutException, InterruptedException {
    Optional<Handler> loaded = handler.get();
    return loaded.isPresent()
        ? loaded.get()
        : threads.await(threads.start(handler::load), INIT_LIMIT);
  }

  /**
   * Its place is given back when the handler ends, not when its caller gives up: so handlers that
   * hang cannot pile up without end.
   */
  private Future<byte[]> start(Handler ready, String event) {
    var context = new InvocationContext(function, account, ids.get(), clock, log);
    Callable<byte[]> work = () -> ready.handle(event.getBytes(StandardCharsets.UTF_8), context);
    return threads.start(work, places::release);
  }

  private Invocation answer(byte[] json) {
    if (json.length > Lambda.MAX_PAYLOAD_BYTES) {
      return new Invocation.Failed(
          "Function.ResponseSizeTooLarge",
          "The answer has %d bytes, more than %d".formatted(json.length, Lambda.MAX_PAYLOAD_BYTES));
    }
    return new Invocation.Answered(new String(json, StandardCharsets.UTF_8));
  }

  private Invocation failed(Throwable why) {
    log.error("Failed", why);
    String message = Objects.requireNonNullElse(why.getMessage(), "");
    return new Invocation.Failed(why.getClass().getName(), message);
  }

  @Override
  public void close() {
    threads.close();
    handler.close();
  }
}
