package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.node.TextNode;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Ending;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.SettleExecutions;
import io.agencytasks.domain.execution.Traces;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the end of an attempt, by the port that a worker has for it. */
final class Settling {
  /**
   * How long a retry is put off, so that chance does not decide when it is ready; nothing that a
   * head start can make up for to the second.
   */
  static final Duration PAUSE = Duration.ofMinutes(67);

  private static final Failure FAILURE = new Failure("HTTP_503", "It is busy.");

  private Settling() {}

  static Seen settle(TheApi api, Settle settle) {
    var settled = api.store().port(SettleExecutions.Store.class).settle(List.of(ending(settle)));
    return new Seen(
        200, new TextNode(settled.isEmpty() ? "refused" : settled.getFirst().status().toString()));
  }

  private static Ending ending(Settle settle) {
    var now = Instant.now();
    return switch (settle.end()) {
      case DONE -> ending(settle, "SUCCEEDED", new Outcome.Done(new Json("{\"ok\":1}"), "Done"));
      case RETRY -> ending(settle, "FAILED", new Outcome.Retry(FAILURE, Optional.of(PAUSE)));
      case GIVE_UP -> ending(settle, "FAILED", new Outcome.GiveUp(FAILURE));
      case NEEDS_INPUT ->
          ending(settle, "WAITING_INPUT", new Outcome.NeedsInput("Which one?", Optional.empty()));
      case NEEDS_INPUT_THAT_IS_OVERDUE ->
          ending(
              settle,
              "WAITING_INPUT",
              new Outcome.NeedsInput("Which one?", Optional.of(now.minus(PAUSE))));
      case RUN_LATER -> ending(settle, "CANCELLED", new Outcome.RunLater(now.plus(PAUSE), "Later"));
      case RUN_LATER_THAT_IS_PAST ->
          ending(settle, "CANCELLED", new Outcome.RunLater(now.minus(PAUSE), "Later"));
      case TIMED_OUT -> ending(settle, "TIMED_OUT", new Outcome.Retry(FAILURE, Optional.of(PAUSE)));
    };
  }

  private static Ending ending(Settle settle, String status, Outcome outcome) {
    var execution =
        new ClaimedExecution(
            settle.token(),
            new TaskId(settle.id()),
            settle.token().value(),
            1,
            1,
            TaskType.BROWSER_AUTOMATION,
            "",
            new Json("{}"),
            null,
            Duration.ZERO);
    return new Ending(
        execution,
        ExecutionStatus.valueOf(status),
        outcome,
        status.equals("TIMED_OUT"),
        Traces.NONE,
        Optional.empty());
  }
}
