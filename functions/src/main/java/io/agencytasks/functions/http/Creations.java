package io.agencytasks.functions.http;

import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Creation.Created;
import io.agencytasks.domain.task.Creation.Drafted;
import io.agencytasks.domain.task.Creation.NoSource;
import io.agencytasks.domain.task.Creation.Refused;
import java.util.function.Supplier;

/** How a wish for a new task is answered, whatever the task is made from. */
final class Creations {
  private Creations() {}

  static Answer answer(Once<Creation> creation, Supplier<Answer> noSource) {
    return Repeats.answer(
        creation,
        result ->
            switch (result) {
              case Created(var task, var runsIn) -> Answer.created(task);
              case Drafted(var draft) -> Answer.ok(draft);
              case Refused(var faults) -> Refusals.invalid(faults);
              case NoSource() -> noSource.get();
            });
  }
}
