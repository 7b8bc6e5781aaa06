package io.agencytasks.domain.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * An attempt under way on a thread of its own. Not a virtual one: those are not made to take turns,
 * so that one that only computes would hold up its neighbours.
 */
final class Running {
  /** How long an executor gets to leave once it was interrupted. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ClaimedExecution execution;
  private final Records records;
  private final Instant deadline;
  private final Thread thread;
  private volatile boolean overdue;

  private Running(
      ClaimedExecution execution,
      Records records,
      TaskExecutor executor,
      Instant deadline,
      Consumer<Ending> ended) {
    this.execution = execution;
    this.records = records;
    this.deadline = deadline;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("execution-" + execution.token().value())
            .unstarted(() -> ended.accept(run(executor)));
  }

  static Running start(
      ClaimedExecution execution,
      Records records,
      TaskExecutor executor,
      Instant deadline,
      Consumer<Ending> ended) {
    var running = new Running(execution, records, executor, deadline, ended);
    running.thread.start();
    return running;
  }

  /** Nothing that an executor throws may hurt its neighbours, so everything is caught here. */
  private Ending run(TaskExecutor executor) {
    try {
      var outcome = executor.run(execution, records);
      return overdue && !(outcome instanceof Outcome.Done)
          ? timedOut()
          : Ending.of(execution, outcome, records.traces());
    } catch (Throwable cause) {
      return overdue ? timedOut() : Ending.crashed(execution, cause, records.traces());
    }
  }

  ClaimedExecution execution() {
    return execution;
  }

  /** How it ends when its time is over, however far it has come. */
  Ending timedOut() {
    return Ending.timedOut(execution, records.traces());
  }

  /** Stops the attempt if its time is over. */
  void interruptIfOverdue(Instant now) {
    if (!overdue && now.isAfter(deadline)) {
      overdue = true;
      records.log().warn("Its time is over: it was told to stop.");
      thread.interrupt();
    }
  }

  /** Whether it was stopped and does not leave: it is then written off, and its end not awaited. */
  boolean ignoresInterruption(Instant now) {
    return overdue && now.isAfter(deadline.plus(GRACE));
  }

  /** Stops the attempt, and leaves it to itself. */
  void abandon(Abandoned others) {
    thread.interrupt();
    others.add(thread);
  }
}
