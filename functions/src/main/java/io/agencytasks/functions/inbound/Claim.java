package io.agencytasks.functions.inbound;

import io.agencytasks.domain.inbound.HookRequest;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request says of itself in the headers of one way of proving.
 *
 * @param id what the sender calls its message; empty where these headers have none
 * @param timestamp seconds since 1970 as they were signed; empty where no time is signed
 * @param signed what stands before the body in what was signed
 * @param signatures as they are written, any of which will do
 */
record Claim(String id, String timestamp, String signed, List<String> signatures) {
  /** Senders sign with a few secrets at the most, while they change them. */
  private static final int MOST_SIGNATURES = 10;

  private static final Pattern STANDARD = Pattern.compile("v1,([A-Za-z0-9+/]{43}=)");
  private static final Pattern GITHUB = Pattern.compile("sha256=([0-9a-f]{64})");
  private static final Pattern STRIPES =
      Pattern.compile("t=([0-9]{1,12})((?:,v[0-9]=[0-9a-f]{64}){1,10})");
  private static final Pattern STRIPE = Pattern.compile("v1=([0-9a-f]{64})");

  static Claim of(Verification verification, HookRequest request) {
    return switch (verification) {
      case STANDARD -> standard(request);
      case GITHUB -> github(request);
      case STRIPE -> stripe(request);
      case TOKEN -> new Claim(request.header("webhook-id"), "", "", List.of(token(request)));
    };
  }

  /** How a signature of this way of proving is written. */
  static String written(Verification verification, byte[] hmac) {
    return verification == Verification.STANDARD
        ? Base64.getEncoder().encodeToString(hmac)
        : HexFormat.of().formatHex(hmac);
  }

  /** What a sender that knows the secret signs with. */
  static byte[] key(Verification verification, WebhookSecret secret) {
    return verification == Verification.STANDARD && secret.isStandard()
        ? Base64.getDecoder().decode(secret.value().substring("whsec_".length()))
        : secret.value().getBytes(StandardCharsets.UTF_8);
  }

  private static Claim standard(HookRequest request) {
    var id = request.header("webhook-id");
    var timestamp = request.header("webhook-timestamp");
    return new Claim(
        id,
        timestamp,
        "%s.%s.".formatted(id, timestamp),
        signatures(STANDARD, request.header("webhook-signature").split(" ", -1)));
  }

  private static Claim github(HookRequest request) {
    return new Claim(
        request.header("x-github-delivery"),
        "",
        "",
        signatures(GITHUB, request.header("x-hub-signature-256")));
  }

  private static Claim stripe(HookRequest request) {
    var header = STRIPES.matcher(request.header("stripe-signature"));
    return header.matches()
        ? new Claim(
            "",
            header.group(1),
            header.group(1) + ".",
            signatures(STRIPE, header.group(2).split(",", -1)))
        : new Claim("", "", "", List.of());
  }

  private static String token(HookRequest request) {
    return Optional.of(request.header("x-webhook-token"))
        .filter(header -> !header.isEmpty())
        .or(request::token)
        .orElse("");
  }

  private static List<String> signatures(Pattern form, String... parts) {
    return Stream.of(parts)
        .limit(MOST_SIGNATURES)
        .map(form::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .toList();
  }
}
