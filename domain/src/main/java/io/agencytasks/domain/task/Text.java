package io.agencytasks.domain.task;

/**
 * The rule that all human text obeys: so many code points, no control characters but white space.
 */
public final class Text {
  private Text() {}

  public static String check(String value, int min, int max) {
    int length = value.codePointCount(0, value.length());
    if (length < min || length > max) {
      throw new IllegalArgumentException(
          "must have %d to %d characters, not %d".formatted(min, max, length));
    }
    if (!isPlain(value)) {
      throw new IllegalArgumentException("must not contain control characters or lone surrogates");
    }
    return value;
  }

  /**
   * Checks a text that must say something.
   *
   * @throws IllegalArgumentException whose message ends the sentence "This field …"
   */
  public static String checkNotBlank(String value, int max) {
    check(value, 1, max);
    if (value.isBlank()) {
      throw new IllegalArgumentException("must not be blank");
    }
    return value;
  }

  /** Whether it is free of what Postgres cannot keep and people cannot see. */
  public static boolean isPlain(String value) {
    return value.codePoints().noneMatch(Text::isForbidden);
  }

  private static boolean isForbidden(int c) {
    boolean control = Character.getType(c) == Character.CONTROL;
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return (control && c != '\t' && c != '\n' && c != '\r') || loneSurrogate;
  }
}
