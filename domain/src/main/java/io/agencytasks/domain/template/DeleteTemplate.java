package io.agencytasks.domain.template;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;

/** Forgets a template; the tasks that were made from it stay (G7). */
public final class DeleteTemplate {

  /** Deletes a template, in one statement. */
  public interface Store {
    Deletion delete(Owner owner, TemplateId id, IfMatch ifMatch);
  }

  private final Store templates;

  public DeleteTemplate(Store templates) {
    this.templates = templates;
  }

  public Deletion apply(Owner owner, TemplateId id, IfMatch ifMatch) {
    return templates.delete(owner, id, ifMatch);
  }
}
