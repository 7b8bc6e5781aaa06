package io.agencytasks.functions.inbound;

import io.agencytasks.domain.inbound.HookRequest;
import io.agencytasks.domain.inbound.Proof;
import io.agencytasks.domain.inbound.Proofs;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.WebhookSecret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares what a request claims with what it would be by the secret, each in constant time. */
@Singleton
final class HookProofs implements Proofs {
  /** Standard Webhooks and Stripe ask for it alike. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  @Override
  public Optional<Proof> check(
      Verification verification, List<WebhookSecret> secrets, HookRequest request, Instant now) {
    var claim = Claim.of(verification, request);
    boolean proven = isProven(verification, claim, secrets, request);
    return proven && isComplete(verification, claim, now)
        ? Optional.of(proof(verification, claim))
        : Optional.empty();
  }

  /** Hashes the body in any case, so that forgeries of all kinds take as long. */
  private static boolean isProven(
      Verification verification, Claim claim, List<WebhookSecret> secrets, HookRequest request) {
    boolean proven = false;
    for (var secret : secrets) {
      var key = Claim.key(verification, secret);
      var hmac = Hmac.of(key, claim.signed(), request.body().bytes());
      var expected =
          verification == Verification.TOKEN ? secret.value() : Claim.written(verification, hmac);
      for (var signature : claim.signatures()) {
        proven |= areEqual(expected, signature);
      }
    }
    return proven;
  }

  private static boolean areEqual(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isComplete(Verification verification, Claim claim, Instant now) {
    return switch (verification) {
      case STANDARD -> !claim.id().isEmpty() && isFresh(claim.timestamp(), now);
      case GITHUB -> !claim.id().isEmpty();
      case STRIPE -> isFresh(claim.timestamp(), now);
      case TOKEN -> true;
    };
  }

  /** Five minutes old or ahead at the most, by whole seconds. */
  private static boolean isFresh(String timestamp, Instant now) {
    return SECONDS.matcher(timestamp).matches()
        && Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE.toSeconds();
  }

  /** GitHub does not sign its id, so the same signature under another one is a repeat. */
  private static Proof proof(Verification verification, Claim claim) {
    var id = Optional.of(claim.id()).filter(it -> !it.isEmpty());
    return verification == Verification.GITHUB
        ? new Proof(
            id,
            Optional.of(
                Hmac.sha256(claim.signatures().getFirst().getBytes(StandardCharsets.UTF_8))))
        : new Proof(id, Optional.empty());
  }
}
