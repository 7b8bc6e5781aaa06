package io.agencytasks.functions.http;

import io.agencytasks.domain.template.Saving;
import io.agencytasks.domain.template.Saving.NameTaken;
import io.agencytasks.domain.template.Saving.NotFound;
import io.agencytasks.domain.template.Saving.Refused;
import io.agencytasks.domain.template.Saving.Saved;
import io.agencytasks.domain.template.Saving.Stale;
import io.agencytasks.domain.template.Template;
import java.util.function.Function;

/** The answers to a wish to keep a template. */
final class Savings {
  private Savings() {}

  static Answer answer(Saving saving, Function<Template, Answer> saved) {
    return switch (saving) {
      case Saved(var template) -> saved.apply(template);
      case Refused(var faults) -> Refusals.invalid(faults);
      case NameTaken() -> Refusals.nameTaken();
      case NotFound() -> Refusals.templateNotFound();
      case Stale(var version) -> Refusals.stale(version);
    };
  }
}
