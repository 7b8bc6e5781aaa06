package io.agencytasks.domain.execution;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The attempts that one worker has under way, side by side. Used by one thread. */
final class Round {
  private final ExecutorRegistry executors;
  private final Duration longestTimeout;
  private final Clock clock;
  private final Map<ExecutionToken, Running> running = new HashMap<>();
  private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();

  Round(ExecutorRegistry executors, Duration longestTimeout, Clock clock) {
    this.executors = executors;
    this.longestTimeout = longestTimeout;
    this.clock = clock;
  }

  void start(Collection<ClaimedExecution> claimed) {
    for (var execution : claimed) {
      var executor = executors.of(execution.taskType());
      var deadline = clock.instant().plus(timeout(executor, execution));
      running.put(execution.token(), Running.start(execution, executor, deadline, endings::add));
    }
  }

  /** A configuration that cannot even tell its timeout will say what is wrong when it runs. */
  private Duration timeout(TaskExecutor executor, ClaimedExecution execution) {
    try {
      var wanted = executor.timeout(execution.config());
      return wanted.compareTo(longestTimeout) < 0 ? wanted : longestTimeout;
    } catch (RuntimeException unreadable) {
      return longestTimeout;
    }
  }

  int size() {
    return running.size();
  }

  Set<ExecutionToken> tokens() {
    return Set.copyOf(running.keySet());
  }

  /** Waits for attempts to end, at most so long, and hands over all that have. */
  List<Ending> awaitEndings(Duration atMost) throws InterruptedException {
    var ended = new ArrayList<Ending>();
    var first = endings.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      ended.add(first);
      endings.drainTo(ended);
    }
    ended.addAll(stopOverdue());
    // What was cancelled or written off before is no longer in the map, and not reported again.
    ended.removeIf(ending -> running.remove(ending.execution().token()) == null);
    return ended;
  }

  private List<Ending> stopOverdue() {
    var now = clock.instant();
    running.values().forEach(one -> one.interruptIfOverdue(now));
    return running.values().stream()
        .filter(one -> one.ignoresInterruption(now))
        .map(one -> Ending.timedOut(one.execution()))
        .toList();
  }

  /** Stops the attempts that are no longer wanted; how they end no longer matters. */
  void cancelAllBut(Set<ExecutionToken> alive) {
    var unwanted = new HashMap<>(running);
    unwanted.keySet().removeAll(alive);
    unwanted.values().forEach(Running::cancel);
    running.keySet().removeAll(unwanted.keySet());
  }
}
