package io.agencytasks.local.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * Whom a token is for.
 *
 * @param subject 1 to 255 characters, not blank
 * @param scope words with a space between; empty for none
 * @param lifetime 1 second to 30 days
 */
public record TokenRequest(
    String subject,
    Optional<String> email,
    Optional<String> name,
    String scope,
    Duration lifetime) {
  static final String DEFAULT_SCOPE = "tasks";
  static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);
  static final Duration MOST_LIFETIME = Duration.ofDays(30);

  private static final int MOST_CHARACTERS = 255;

  /**
   * Checks itself.
   *
   * @throws IllegalArgumentException with a sentence for whoever asked
   */
  public TokenRequest {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("subject must not be blank.");
    }
    check("subject", subject);
    email.ifPresent(value -> check("email", value));
    name.ifPresent(value -> check("name", value));
    check("scope", scope);
    if (lifetime.isZero() || lifetime.isNegative() || lifetime.compareTo(MOST_LIFETIME) > 0) {
      throw new IllegalArgumentException(
          "expiresIn must be from 1 to %d seconds.".formatted(MOST_LIFETIME.toSeconds()));
    }
  }

  /** With the usual scope and lifetime, and nothing else known. */
  public static TokenRequest of(String subject) {
    return new TokenRequest(
        subject, Optional.empty(), Optional.empty(), DEFAULT_SCOPE, DEFAULT_LIFETIME);
  }

  private static void check(String field, String value) {
    if (value.length() > MOST_CHARACTERS || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s must have at most %d characters, and no control characters."
              .formatted(field, MOST_CHARACTERS));
    }
  }
}
