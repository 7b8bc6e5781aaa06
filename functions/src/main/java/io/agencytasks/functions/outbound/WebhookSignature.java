package io.agencytasks.functions.outbound;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.agencytasks.domain.secret.SecretValue;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * The three headers by which a receiver knows that a message is ours, unchanged and fresh (Standard
 * Webhooks 1.0): {@code webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}.
 */
public final class WebhookSignature {
  /** What every signing secret begins with, before its Base64. */
  private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{32,88}={0,2}");

  private WebhookSignature() {}

  /**
   * Signs a body.
   *
   * @param secret {@code whsec_} and 24 to 64 bytes in Base64
   * @param id the same for every attempt at one message, so that a receiver can tell repeats
   * @return empty where the secret has another form
   */
  public static Optional<Headers> of(SecretValue secret, String id, Instant now, String body) {
    if (!SECRET.matcher(secret.value()).matches()) {
      return Optional.empty();
    }
    try {
      var signature = new Webhook(secret.value()).sign(id, now.getEpochSecond(), body);
      return Optional.of(
          Headers.of(
              "webhook-id",
              id,
              "webhook-timestamp",
              Long.toString(now.getEpochSecond()),
              "webhook-signature",
              signature));
    } catch (EmptyWebhookSecretException
        | WebhookSigningException
        | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }
}
