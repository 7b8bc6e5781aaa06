package io.agencytasks.domain.notification;

import java.util.Optional;

/**
 * A mail to one person.
 *
 * @param subject one line, at most {@value #MAX_SUBJECT} characters
 * @param text at most {@value #MAX_TEXT} characters
 * @param html the same for programs that prefer it
 */
public record Mail(EmailAddress to, String subject, String text, Optional<String> html) {
  public static final int MAX_SUBJECT = 200;
  public static final int MAX_TEXT = 10_000;
}
