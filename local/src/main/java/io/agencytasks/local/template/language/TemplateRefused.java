package io.agencytasks.local.template.language;

import static java.util.Objects.requireNonNull;

/** The template cannot be run as it stands; the message is one sentence, with file and line. */
public final class TemplateRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateRefused(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }
}
