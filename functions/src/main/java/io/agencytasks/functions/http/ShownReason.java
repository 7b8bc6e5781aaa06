package io.agencytasks.functions.http;

import io.agencytasks.domain.readiness.Link;
import io.agencytasks.domain.readiness.Reason;
import io.agencytasks.domain.readiness.Reason.AssignedToPerson;
import io.agencytasks.domain.readiness.Reason.Blocked;
import io.agencytasks.domain.readiness.Reason.CapReached;
import io.agencytasks.domain.readiness.Reason.Deferred;
import io.agencytasks.domain.readiness.Reason.Final;
import io.agencytasks.domain.readiness.Reason.InProgress;
import io.agencytasks.domain.readiness.Reason.ManualTrigger;
import io.agencytasks.domain.readiness.Reason.QueuedBehind;
import io.agencytasks.domain.readiness.Reason.RetryScheduled;
import io.agencytasks.domain.readiness.Reason.ReviewRequired;
import io.agencytasks.domain.readiness.Reason.Scheduled;
import io.agencytasks.domain.readiness.Reason.WaitingInput;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reason as callers see it: a stable code, and a sentence that says what would change it. */
sealed interface ShownReason {

  record Plain(String code, String detail) implements ShownReason {}

  record Until(String code, String detail, @Nullable Instant until) implements ShownReason {}

  record Asked(String code, String detail, String prompt, @Nullable Instant until)
      implements ShownReason {}

  record Chain(String code, String detail, List<Link> chain) implements ShownReason {}

  record Cap(String code, String detail, int running, int cap) implements ShownReason {}

  record Behind(String code, String detail, long ahead) implements ShownReason {}

  record Ended(String code, String detail, TaskStatus status) implements ShownReason {}

  static ShownReason of(Reason reason) {
    return switch (reason) {
      case ReviewRequired() ->
          new Plain(
              "REVIEW_REQUIRED",
              "It awaits review; POST …/approve lets it run, POST …/reject ends it.");
      case Blocked(var chain) -> new Chain("BLOCKED", blocked(chain), chain);
      case Scheduled(var until) ->
          new Until(
              "SCHEDULED",
              "It starts by itself at %s; POST …/execute starts it now.".formatted(until),
              until);
      case RetryScheduled(var until) ->
          new Until(
              "RETRY_SCHEDULED",
              "An attempt failed, the next is at %s; POST …/execute starts it now."
                  .formatted(until),
              until);
      case Deferred(var until) -> new Until("DEFERRED", deferred(until), until);
      case ManualTrigger() ->
          new Plain("MANUAL_TRIGGER", "It runs when it is told to; POST …/execute tells it.");
      case AssignedToPerson() ->
          new Plain("ASSIGNED_TO_PERSON", "A person does it; set assignedToBot to have it run.");
      case WaitingInput(var prompt, var until) ->
          new Asked("WAITING_INPUT", asked(prompt, until), prompt, until);
      case CapReached(var running, var cap) ->
          new Cap(
              "CAP_REACHED",
              "%d of your tasks are running, and %d may at once; it starts when one of them ends."
                  .formatted(running, cap),
              running,
              cap);
      case QueuedBehind(var ahead) ->
          new Behind(
              "QUEUED_BEHIND",
              "Your tasks ahead of it number %d; POST …/execute moves it forward.".formatted(ahead),
              ahead);
      case InProgress() ->
          new Plain("IN_PROGRESS", "It is running; GET …/executions shows how far it has come.");
      case Final(var status) -> new Ended("FINAL", ended(status), status);
    };
  }

  /** Names a task that will not be completed by itself, where there is one. */
  private static String blocked(List<Link> chain) {
    return first(TaskStatus.CANCELLED, chain)
        .map("It waits for task %d, which is cancelled; take that out of dependsOn."::formatted)
        .or(() -> first(TaskStatus.FAILED, chain).map(ShownReason::failed))
        .orElse("It waits for the tasks in chain; they must be completed first.");
  }

  private static String failed(long blocker) {
    return "It waits for task %d, which has failed; POST …/execute of that one tries it again."
        .formatted(blocker);
  }

  private static Optional<Long> first(TaskStatus status, List<Link> chain) {
    return chain.stream()
        .filter(link -> link.status() == status)
        .map(link -> link.id().value())
        .findFirst();
  }

  private static String deferred(@Nullable Instant until) {
    return until == null
        ? "It was put off without a time; POST …/execute starts it."
        : "It was put off until %s; POST …/execute starts it now.".formatted(until);
  }

  private static String asked(String prompt, @Nullable Instant until) {
    return until == null
        ? "It asks: %s Answer with POST …/input.".formatted(prompt)
        : "It asks: %s Answer with POST …/input before %s, or it fails.".formatted(prompt, until);
  }

  private static String ended(TaskStatus status) {
    return status == TaskStatus.FAILED
        ? "It has failed; POST …/execute gives it a fresh round of attempts."
        : "It is %s, which is final; clone it to run it again.".formatted(status);
  }
}
