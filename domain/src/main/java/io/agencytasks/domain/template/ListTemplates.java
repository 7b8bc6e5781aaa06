package io.agencytasks.domain.template;

import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Owner;

/** Shows an owner's templates page by page, by name (G7). */
public final class ListTemplates {

  /** Reads a page of templates. */
  public interface Store {

    /** One statement, but for a page that outgrows one answer of the database. */
    TemplateList list(Owner owner, Stretch stretch);
  }

  private final Store templates;

  public ListTemplates(Store templates) {
    this.templates = templates;
  }

  public TemplateList apply(Owner owner, Stretch stretch) {
    return templates.list(owner, stretch);
  }
}
