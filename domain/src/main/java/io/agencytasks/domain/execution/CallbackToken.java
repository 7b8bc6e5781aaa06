package io.agencytasks.domain.execution;

import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Lets whoever holds it say what became of one execution. Nobody else may have it: it is in no log
 * and no answer of the API, and the database has its hash only.
 */
public final class CallbackToken {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String value;

  private CallbackToken(String value) {
    this.value = value;
  }

  /** One that nobody can guess, if chance is secure. */
  public static CallbackToken of(RandomGenerator chance) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new CallbackToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads it; empty for what cannot be one. */
  public static Optional<CallbackToken> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CallbackToken(text)) : Optional.empty();
  }

  public String value() {
    return value;
  }

  /** Without the value, wherever it may end. */
  @Override
  public String toString() {
    return "callback token";
  }
}
