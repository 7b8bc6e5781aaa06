package io.agencytasks.domain.template;

import io.agencytasks.domain.task.Text;

/** What a template is called: 1 to 200 characters, not blank; no two of a user's are the same. */
public record TemplateName(String value) {
  public TemplateName {
    Text.checkNotBlank(value, 200);
  }
}
