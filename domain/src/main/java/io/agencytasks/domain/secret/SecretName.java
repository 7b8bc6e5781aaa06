package io.agencytasks.domain.secret;

import java.util.regex.Pattern;

/** What a secret is called: 1 to 64 letters of ASCII, digits, {@code _} and {@code -}. */
public record SecretName(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public SecretName {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "must have 1 to 64 characters: letters from A to Z, digits, _ and -");
    }
  }

  /** Whether a text is such a name. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
