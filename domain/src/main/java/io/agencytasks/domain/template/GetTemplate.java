package io.agencytasks.domain.template;

import io.agencytasks.domain.task.Owner;
import java.util.Optional;

/** Shows one template (G7). */
public final class GetTemplate {

  /** Reads a template, in one statement. */
  public interface Store {
    Optional<Template> find(Owner owner, TemplateId id);
  }

  private final Store templates;

  public GetTemplate(Store templates) {
    this.templates = templates;
  }

  public Optional<Template> apply(Owner owner, TemplateId id) {
    return templates.find(owner, id);
  }
}
