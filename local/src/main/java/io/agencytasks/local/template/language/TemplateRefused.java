package io.agencytasks.local.template.language;

/** The template cannot be run as it stands; the message is one sentence, with file and line. */
public final class TemplateRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateRefused(String sentence) {
    super(sentence);
  }
}
