package io.agencytasks.functions.trace;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one invocation did so far. Bound to its thread while it runs. */
public final class Trace {
  private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicLong databaseMillis = new AtomicLong();

  /** Runs something under this trace. */
  public <R> R during(ScopedValue.CallableOp<R, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  public static Optional<Trace> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Counts one call to the database. */
  public void statement(long millis) {
    statements.incrementAndGet();
    databaseMillis.addAndGet(millis);
  }

  public int statements() {
    return statements.get();
  }

  public long databaseMillis() {
    return databaseMillis.get();
  }
}
