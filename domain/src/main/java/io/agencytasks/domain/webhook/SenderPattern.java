package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Text;
import java.util.Locale;

/**
 * Senders: one by name, or with one star in it all whose names begin and end like it ({@code
 * *@example.com}, {@code +49*}); 1 to 100 characters, capital letters or small.
 */
public record SenderPattern(String value) {
  public SenderPattern {
    Text.checkNotBlank(value, 100);
    if (value.indexOf('*') != value.lastIndexOf('*')) {
      throw new IllegalArgumentException("must have one star at the most");
    }
  }

  boolean matches(String sender) {
    var wanted = value.strip().toLowerCase(Locale.ROOT);
    var given = sender.strip().toLowerCase(Locale.ROOT);
    int star = wanted.indexOf('*');
    return star < 0
        ? given.equals(wanted)
        : given.length() >= wanted.length() - 1
            && given.startsWith(wanted.substring(0, star))
            && given.endsWith(wanted.substring(star + 1));
  }
}
