package io.agencytasks.functions.http;

import static java.util.stream.Collectors.joining;

import io.agencytasks.domain.change.Change.Refused;
import io.agencytasks.domain.task.TaskStatus;
import java.util.Collection;

/** Why a task's state does not allow a change, and what to do about it. */
final class Conflicts {
  private Conflicts() {}

  static String sentence(Refused refused) {
    var now = refused.now();
    return switch (refused.reason()) {
      case RUNNING -> "This task is running; wait for it, or set its status to cancelled first.";
      case FINAL -> "This task is %s, which is final; clone it to have it again.".formatted(now);
      case WAITING_INPUT -> "This task waits for an answer; give it with POST …/input.";
      case NOT_WAITING -> "This task is %s and waits for no input.".formatted(now);
      case REVIEW -> "This task awaits review; approve it with POST …/approve.";
      case NO_REVIEW -> "This task is %s and awaits no review.".formatted(now);
      case ASSIGNED_TO_PERSON -> "This task is a person's; set assignedToBot to have it run.";
      case BLOCKED -> "This task waits for the tasks in blockers; they must be completed first.";
      case NOT_BY_HAND -> notByHand(now);
    };
  }

  private static String notByHand(TaskStatus now) {
    var person = now.nextByItsPerson();
    return "By hand, a task that is %s can only become %s%s."
        .formatted(
            now,
            names(now.nextByHand()),
            person.isEmpty() ? "" : ", and with assignedToBot off also " + names(person));
  }

  private static String names(Collection<TaskStatus> statuses) {
    return statuses.stream().map(TaskStatus::toString).collect(joining(" or "));
  }
}
