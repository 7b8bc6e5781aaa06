package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.change.Change.Done;
import io.agencytasks.domain.change.Change.Invalid;
import io.agencytasks.domain.change.Change.NotFound;
import io.agencytasks.domain.change.Change.Refused;
import io.agencytasks.domain.change.Change.Stale;
import io.agencytasks.domain.task.Task;
import java.util.Optional;
import java.util.function.Function;

/** The answers to a change of one task. */
final class Changes {
  private Changes() {}

  /** What was done is shown as the endpoint says; all refusals are alike. */
  static Answer answer(Change change, Function<Optional<Task>, Answer> done) {
    return switch (change) {
      case Done(var task) -> done.apply(task);
      case NotFound() -> Refusals.notFound();
      case Stale(var version) -> Refusals.stale(version);
      case Invalid(var faults) -> Refusals.invalid(faults);
      case Refused refused -> Refusals.conflict(refused);
    };
  }

  /** The task as it is now. */
  static Answer task(Change change) {
    return answer(change, task -> task.map(it -> Answer.ok(it, it)).orElseThrow());
  }
}
