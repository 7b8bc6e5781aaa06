package io.agencytasks.domain.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agencytasks.domain.execution.Outcome.Done;
import io.agencytasks.domain.execution.Outcome.GiveUp;
import io.agencytasks.domain.execution.Outcome.Retry;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Json;
import java.util.Optional;

/**
 * How an attempt ended, ready to be settled.
 *
 * @param uncertain whether it may have acted, as it was cut off or did not hear what came of it
 * @param traces what it left behind, whatever its outcome
 * @param stack where it broke, for developers; at most {@value #MAX_STACK} characters
 */
public record Ending(
    ClaimedExecution execution,
    ExecutionStatus status,
    Outcome outcome,
    boolean uncertain,
    Traces traces,
    Optional<String> stack) {
  private static final int MAX_STACK = 4000;

  static Ending of(ClaimedExecution execution, Outcome outcome, Traces traces) {
    if (outcome instanceof Done done && isTooBig(done.result())) {
      return unstorable(execution, traces);
    }
    boolean uncertain = outcome instanceof Retry retry && retry.uncertain();
    return new Ending(execution, outcome.status(), outcome, uncertain, traces, Optional.empty());
  }

  static Ending timedOut(ClaimedExecution execution, Traces traces) {
    var why = new Failure("TIMED_OUT", "The attempt took longer than its type allows.");
    return new Ending(
        execution, ExecutionStatus.TIMED_OUT, retry(why), true, traces, Optional.empty());
  }

  static Ending crashed(ClaimedExecution execution, Throwable cause, Traces traces) {
    var why =
        new Failure(
            "EXECUTOR_CRASHED",
            "The executor broke with %s; its stack is on the execution."
                .formatted(cause.getClass().getSimpleName()));
    return new Ending(
        execution, ExecutionStatus.FAILED, retry(why), true, traces, Optional.of(stackOf(cause)));
  }

  /** Its outcome holds what the database cannot keep, so only the fact of it is kept. */
  static Ending unstorable(ClaimedExecution execution, Traces traces) {
    var why = new Failure("OUTCOME_NOT_STORED", "It ended, but its outcome could not be stored.");
    return new Ending(
        execution, ExecutionStatus.FAILED, new GiveUp(why), false, traces, Optional.empty());
  }

  private static boolean isTooBig(Json result) {
    return result.text().length() > Outcome.MAX_RESULT_BYTES
        || result.text().getBytes(UTF_8).length > Outcome.MAX_RESULT_BYTES;
  }

  private static Retry retry(Failure why) {
    return new Retry(why, Optional.empty());
  }

  /** Class names and lines only: a message may quote what the task carries. */
  private static String stackOf(Throwable cause) {
    var text = new StringBuilder(cause.getClass().getName());
    for (var frame : cause.getStackTrace()) {
      text.append("\n  at ").append(frame);
    }
    return text.substring(0, Math.min(text.length(), MAX_STACK));
  }
}
