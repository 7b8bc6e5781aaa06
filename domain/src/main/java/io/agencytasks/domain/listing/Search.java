package io.agencytasks.domain.listing;

import io.agencytasks.domain.task.Text;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words and parts of words that must all occur in a title or description: 1 to 200 characters, not
 * blank (FR-003.10).
 */
public record Search(String text) {
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  public Search {
    Text.checkNotBlank(text, 200);
    if (WHITE_SPACE.matcher(text).matches()) {
      throw new IllegalArgumentException("must not be blank");
    }
  }

  /** What white space separates, each once. */
  public List<SearchTerm> terms() {
    return WHITE_SPACE
        .splitAsStream(text)
        .filter(term -> !term.isEmpty())
        .map(SearchTerm::new)
        .distinct()
        .toList();
  }
}
