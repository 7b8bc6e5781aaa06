package io.agencytasks.functions.executors;

import io.agencytasks.domain.execution.ExecutionLog;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.task.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** What executors of all types say alike. */
public final class Advice {
  private Advice() {}

  /** The end of an attempt whose configuration no longer passes. */
  public static Outcome correct(List<Fault> faults) {
    var sentence =
        faults.stream()
            .map(fault -> fault.field() + " " + fault.message())
            .collect(Collectors.joining("; ", "Correct the task: ", "."));
    return new Outcome.GiveUp(new Failure("INVALID_CONFIG", sentence));
  }

  /** Notes what went wrong; what went right has been noted on the way. */
  public static void note(Outcome outcome, ExecutionLog log) {
    switch (outcome) {
      case Outcome.Retry(var why, var after, _) -> {
        log.warn(why.message());
        after.ifPresent(
            wait -> log.info("It asks to be called again in %d s.".formatted(wait.toSeconds())));
      }
      case Outcome.GiveUp(var why) -> log.warn(why.message());
      case Outcome.Done _, Outcome.NeedsInput _, Outcome.RunLater _, Outcome.Awaits _ -> {}
    }
  }
}
