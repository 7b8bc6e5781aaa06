package io.agencytasks.domain.template;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskTypes;

/** Changes a template; the tasks that were made from it stay as they are (G7). */
public final class UpdateTemplate {

  /** Changes a template, in one statement. */
  public interface Store {
    Saving update(
        Owner owner, TemplateId id, IfMatch ifMatch, TemplatePatch patch, Patch<CheckedTask> task);
  }

  private final Store templates;
  private final TaskTypes types;

  public UpdateTemplate(Store templates, TaskTypes types) {
    this.templates = templates;
    this.types = types;
  }

  public Saving apply(Owner owner, TemplateId id, IfMatch ifMatch, TemplatePatch patch) {
    return templates.update(
        owner, id, ifMatch, patch, patch.task().map(it -> CheckedTask.of(it, types)));
  }
}
