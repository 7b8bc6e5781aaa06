package io.agencytasks.domain.template;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskTypes;

/** Saves a part of a task under a name (G7). */
public final class CreateTemplate {

  /** Keeps a new template, in one statement. */
  public interface Store {

    /** Stores it; its owner's row is made at first sight. */
    Saving create(Owner owner, NewTemplate template, CheckedTask task);
  }

  private final Store templates;
  private final TaskTypes types;

  public CreateTemplate(Store templates, TaskTypes types) {
    this.templates = templates;
    this.types = types;
  }

  public Saving apply(Owner owner, NewTemplate template) {
    return templates.create(owner, template, CheckedTask.of(template.task(), types));
  }
}
