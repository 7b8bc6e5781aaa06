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
  private final Instant deadline;
  private final Thread thread;
  private volatile boolean overdue;

  private Running(
      ClaimedExecution execution, TaskExecutor executor, Instant deadline, Consumer<Ending> ended) {
    this.execution = execution;
    this.deadline = deadline;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("execution-" + execution.token().value())
            .unstarted(() -> ended.accept(run(executor)));
  }

  static Running start(
      ClaimedExecution execution, TaskExecutor executor, Instant deadline, Consumer<Ending> ended) {
    var running = new Running(execution, executor, deadline, ended);
    running.thread.start();
    return running;
  }

  /** Nothing that an executor throws may hurt its neighbours, so everything is caught here. */
  private Ending run(TaskExecutor executor) {
    try {
      var outcome = executor.run(execution);
      return overdue && !(outcome instanceof Outcome.Done)
          ? Ending.timedOut(execution)
          : Ending.of(execution, outcome);
    } catch (Throwable cause) {
      return overdue ? Ending.timedOut(execution) : Ending.crashed(execution, cause);
    }
  }

  ClaimedExecution execution() {
    return execution;
  }

  /** Stops the attempt if its time is over. */
  void interruptIfOverdue(Instant now) {
    if (!overdue && now.isAfter(deadline)) {
      overdue = true;
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
