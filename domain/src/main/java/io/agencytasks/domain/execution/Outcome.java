package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An executor's verdict on its own attempt. */
public sealed interface Outcome {

  /**
   * The work is done.
   *
   * @param result kept with the task, at most {@value #MAX_RESULT_BYTES} bytes of UTF-8
   * @param summary one line for a list
   */
  record Done(Json result, String summary) implements Outcome {}

  /**
   * It failed, and another attempt may succeed.
   *
   * @param after the least wait that the other side asked for (Retry-After)
   * @param uncertain whether nobody knows if it acted: the task then says whether to ask first
   */
  record Retry(Failure why, Optional<Duration> after, boolean uncertain) implements Outcome {

    /** It failed for certain: nothing was done. */
    public Retry(Failure why, Optional<Duration> after) {
      this(why, after, false);
    }
  }

  /** It failed, and another attempt would fail alike. */
  record GiveUp(Failure why) implements Outcome {}

  /** A person must answer before it can go on. */
  record NeedsInput(String prompt, Optional<Instant> deadline) implements Outcome {}

  /** It is too early: run again at the given time; this attempt counts as no failure. */
  record RunLater(Instant until, String why) implements Outcome {}

  /**
   * It goes on elsewhere, without a worker, and its outcome comes by a callback.
   *
   * @param until when to stop waiting for it: whether it has acted is then unknown
   */
  record Awaits(Instant until) implements Outcome {}

  /** The most that a result may measure, so that a task's row stays below the Data API's limit. */
  int MAX_RESULT_BYTES = 16 * 1024;

  /** How the attempt stands with it. */
  default ExecutionStatus status() {
    return switch (this) {
      case Done _ -> ExecutionStatus.SUCCEEDED;
      case Retry _, GiveUp _ -> ExecutionStatus.FAILED;
      case NeedsInput _ -> ExecutionStatus.WAITING_INPUT;
      case RunLater _ -> ExecutionStatus.CANCELLED;
      case Awaits _ -> ExecutionStatus.STARTED;
    };
  }
}
