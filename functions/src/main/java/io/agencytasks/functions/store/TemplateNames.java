package io.agencytasks.functions.store;

import io.agencytasks.domain.template.Saving;
import io.agencytasks.functions.aws.StatementRefused;
import java.util.function.Supplier;

/** The names of templates: no look beforehand, the index alone knows when two come at once. */
final class TemplateNames {
  private static final String UNIQUE = "task_templates_name";

  private TemplateNames() {}

  /** Saves a template, unless another one is called so. */
  static Saving orTaken(Supplier<Saving> saving) {
    try {
      return saving.get();
    } catch (StatementRefused refused) {
      if (refused.broke(UNIQUE)) {
        return new Saving.NameTaken();
      }
      throw refused;
    }
  }
}
