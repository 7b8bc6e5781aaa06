package io.agencytasks.functions.trace;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What one invocation did so far, and for whom. Bound to its thread while it runs. */
public final class Trace {
  private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

  private volatile @Nullable String user;
  private volatile @Nullable Long task;
  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicLong databaseMillis = new AtomicLong();

  /** Runs something under this trace. */
  public <R> R during(ScopedValue.CallableOp<R, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  public static Optional<Trace> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Whose request this is: the subject of the token, which says nothing to others. */
  public static void forUser(String subject) {
    current().ifPresent(trace -> trace.user = subject);
  }

  /** Which task it is about. */
  public static void about(long task) {
    current().ifPresent(trace -> trace.task = task);
  }

  public @Nullable String user() {
    return user;
  }

  public @Nullable Long task() {
    return task;
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
