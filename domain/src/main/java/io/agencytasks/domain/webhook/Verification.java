package io.agencytasks.domain.webhook;

import java.util.Locale;

/** How senders over HTTP prove that a message is theirs. */
public enum Verification {
  /** Standard Webhooks 1.0: id, time and body are signed. */
  STANDARD,
  /** GitHub's {@code X-Hub-Signature-256}: the body is signed. */
  GITHUB,
  /** Stripe's {@code Stripe-Signature}: time and body are signed. */
  STRIPE,
  /** The secret itself, from senders that cannot sign; a person looks at each task. */
  TOKEN;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
