package io.agencytasks.domain.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The attempts that one worker has under way, side by side. Used by one thread. */
final class Round {
  /** What ends so soon after another is settled with it. */
  private static final Duration TOGETHER = Duration.ofMillis(25);

  private final ExecutorRegistry executors;
  private final RecordStores stores;
  private final Duration longestTimeout;
  private final Abandoned abandoned;
  private final Clock clock;
  private final Map<ExecutionToken, Running> running = new HashMap<>();
  private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();

  Round(
      ExecutorRegistry executors,
      RecordStores stores,
      Duration longestTimeout,
      Abandoned abandoned,
      Clock clock) {
    this.executors = executors;
    this.stores = stores;
    this.longestTimeout = longestTimeout;
    this.abandoned = abandoned;
    this.clock = clock;
  }

  /** Starts attempts, each with the time that its type gives it, but none beyond the end. */
  void start(Collection<ClaimedExecution> claimed, Instant until) {
    for (var execution : claimed) {
      var executor = executors.of(execution.taskType());
      var wanted = clock.instant().plus(timeout(executor, execution));
      var deadline = wanted.isBefore(until) ? wanted : until;
      var records = new Records(execution, stores, clock);
      running.put(
          execution.token(), Running.start(execution, records, executor, deadline, endings::add));
    }
  }

  /** A configuration that cannot even tell its timeout will say what is wrong when it runs. */
  private Duration timeout(TaskExecutor executor, ClaimedExecution execution) {
    try {
      var wanted = executor.timeout(execution.config());
      return wanted.compareTo(longestTimeout) < 0 ? wanted : longestTimeout;
    } catch (RuntimeException | StackOverflowError unreadable) {
      return longestTimeout;
    }
  }

  int size() {
    return running.size();
  }

  /** How many attempts of this worker, of this round or before, do not stop. */
  int stuck() {
    return abandoned.count();
  }

  Set<ExecutionToken> tokens() {
    return Set.copyOf(running.keySet());
  }

  /**
   * Waits for attempts to end, at most so long, and hands over all that have; once one has, others
   * get a moment to end with it.
   */
  List<Ending> awaitEndings(Duration atMost) throws InterruptedException {
    var ended = new ArrayList<Ending>();
    take(endings.poll(atMost.toMillis(), TimeUnit.MILLISECONDS), ended);
    long together = System.nanoTime() + TOGETHER.toNanos();
    while (!ended.isEmpty() && !running.isEmpty() && System.nanoTime() < together) {
      take(endings.poll(together - System.nanoTime(), TimeUnit.NANOSECONDS), ended);
    }
    ended.addAll(stopOverdue());
    return ended;
  }

  /** What was cancelled or written off before is under way no more, and not reported again. */
  private void take(@Nullable Ending ending, List<Ending> ended) {
    if (ending != null && running.remove(ending.execution().token()) != null) {
      ended.add(ending);
    }
  }

  private List<Ending> stopOverdue() {
    var now = clock.instant();
    running.values().forEach(one -> one.interruptIfOverdue(now));
    var stuck = running.values().stream().filter(one -> one.ignoresInterruption(now)).toList();
    stuck.forEach(this::abandon);
    return stuck.stream().map(Running::timedOut).toList();
  }

  /** Stops the attempts that are no longer wanted; how they end no longer matters. */
  void cancelAllBut(Collection<ExecutionToken> alive) {
    var unwanted = new HashMap<>(running);
    unwanted.keySet().removeAll(alive);
    unwanted.values().forEach(this::abandon);
  }

  private void abandon(Running one) {
    one.abandon(abandoned);
    running.remove(one.execution().token());
  }
}
