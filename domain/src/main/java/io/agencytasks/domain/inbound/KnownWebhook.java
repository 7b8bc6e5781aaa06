package io.agencytasks.domain.inbound;

import io.agencytasks.domain.webhook.Webhook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the system knows it when a message comes, whoever asks.
 *
 * @param userId whose it is
 * @param subject whose it is, as the identity provider says
 * @param secret sealed; null where the channel itself vouches for senders
 * @param previousSecret the sealed one before it; null where there is none
 */
public record KnownWebhook(
    Webhook webhook,
    long userId,
    String subject,
    @Nullable String secret,
    @Nullable String previousSecret) {

  /** Whether the secret before the present one counts still. */
  boolean overlaps(Instant now) {
    var until = webhook.previousUntil();
    return until != null && now.isBefore(until);
  }
}
