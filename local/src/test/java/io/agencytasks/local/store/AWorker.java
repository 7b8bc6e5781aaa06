package io.agencytasks.local.store;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Ending;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.execution.SettleExecutions;
import io.agencytasks.domain.execution.Settled;
import io.agencytasks.domain.execution.Traces;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TaskId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A worker that claims and settles by hand. */
final class AWorker {
  static final Outcome DONE = new Outcome.Done(new Json("{\"ok\":true}"), "Done well");
  static final Outcome RETRY = retryAfter(Optional.empty());
  static final Outcome GIVE_UP = new Outcome.GiveUp(new Failure("HTTP_404", "It is not there."));

  private static final Duration LEASE = Duration.ofSeconds(60);

  private final TheStore store;

  AWorker(TheStore store) {
    this.store = store;
  }

  static Outcome retryAfter(Optional<Duration> asked) {
    return new Outcome.Retry(new Failure("HTTP_503", "It is busy."), asked);
  }

  List<ClaimedExecution> claim(int atMost) {
    return claim(Lane.STANDARD, atMost);
  }

  private List<ClaimedExecution> claim(Lane lane, int atMost) {
    return store.port(RunExecutions.Claims.class).claim(lane, atMost, LEASE);
  }

  List<TaskId> claimTasks(int atMost) {
    return claim(atMost).stream().map(ClaimedExecution::taskId).toList();
  }

  List<TaskId> claimTasksOfAllLanes(int atMost) {
    return Arrays.stream(Lane.values())
        .flatMap(lane -> claim(lane, atMost).stream())
        .map(ClaimedExecution::taskId)
        .toList();
  }

  /** Claims the one task that is ready. */
  ClaimedExecution claimOne() {
    var claimed = claim(10);
    if (claimed.size() != 1) {
      throw new AssertionError("one ready task expected, not " + claimed);
    }
    return claimed.getFirst();
  }

  List<Settled> settle(ClaimedExecution execution, Outcome outcome) {
    return settle(List.of(ending(execution, outcome)));
  }

  /** Settles them in one statement. */
  List<Settled> settleAll(List<ClaimedExecution> executions, Outcome outcome) {
    return settle(executions.stream().map(execution -> ending(execution, outcome)).toList());
  }

  private static Ending ending(ClaimedExecution execution, Outcome outcome) {
    var status =
        switch (outcome) {
          case Outcome.Done done -> ExecutionStatus.SUCCEEDED;
          case Outcome.Retry retry -> ExecutionStatus.FAILED;
          case Outcome.GiveUp giveUp -> ExecutionStatus.FAILED;
          case Outcome.NeedsInput question -> ExecutionStatus.WAITING_INPUT;
          case Outcome.RunLater later -> ExecutionStatus.CANCELLED;
          case Outcome.Awaits elsewhere -> ExecutionStatus.STARTED;
        };
    return new Ending(execution, status, outcome, false, Traces.NONE, Optional.empty());
  }

  /** Is done, and leaves this behind. */
  List<Settled> settleDone(ClaimedExecution execution, Traces traces) {
    return settle(
        List.of(
            new Ending(
                execution, ExecutionStatus.SUCCEEDED, DONE, false, traces, Optional.empty())));
  }

  List<Settled> settleTimedOut(ClaimedExecution execution) {
    return settle(
        List.of(
            new Ending(
                execution,
                ExecutionStatus.TIMED_OUT,
                RETRY,
                true,
                Traces.NONE,
                Optional.of("at here"))));
  }

  Set<ExecutionToken> beat(ClaimedExecution... running) {
    var tokens = Set.of(running).stream().map(ClaimedExecution::token).toList();
    return store.port(RunExecutions.Heartbeats.class).beat(Set.copyOf(tokens), LEASE);
  }

  /** Claims the task and settles it, whatever else is ready. */
  void finish(TaskId task, Outcome outcome) {
    claim(100).stream()
        .filter(execution -> execution.taskId().equals(task))
        .forEach(execution -> settle(execution, outcome));
  }

  private List<Settled> settle(List<Ending> endings) {
    return store.port(SettleExecutions.Store.class).settle(endings);
  }
}
