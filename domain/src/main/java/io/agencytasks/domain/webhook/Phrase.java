package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Text;
import io.agencytasks.domain.task.Urgency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that say how much a task matters, or how soon it is wanted.
 *
 * @param phrase 1 to 100 characters; found as whole words, in capital letters or small
 */
public record Phrase(String phrase, @Nullable Priority priority, @Nullable Urgency urgency) {
  public Phrase {
    Text.checkNotBlank(phrase, 100);
  }

  /** Whether a text has it. */
  public boolean isIn(String text) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}_])" + Pattern.quote(phrase.strip()) + "(?![\\p{L}\\p{N}_])", flags)
        .matcher(text)
        .find();
  }
}
