package io.agencytasks.functions.inbound;

import io.agencytasks.domain.inbound.HookRequest;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A sender that signs by the book, written apart from what checks it. */
record ASender(Verification verification, WebhookSecret secret) {
  private static final UUID ID = UUID.fromString("0d4f6c1e-5b7a-4c39-9e2d-8a1b3c5d7e9f");

  HookRequest sending(String id, Instant now, String body) {
    return request(headers(id, now, body), body);
  }

  static HookRequest request(Map<String, String> headers, String body) {
    return new HookRequest(
        ID,
        headers,
        Optional.empty(),
        new MessageBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  Map<String, String> headers(String id, Instant now, String body) {
    var time = Long.toString(now.getEpochSecond());
    return switch (verification) {
      case STANDARD ->
          new HashMap<>(
              Map.of(
                  "webhook-id", id,
                  "webhook-timestamp", time,
                  "webhook-signature",
                      "v1,"
                          + Base64.getEncoder()
                              .encodeToString(
                                  hmac(
                                      Base64.getDecoder().decode(secret.value().substring(6)),
                                      id + "." + time + "." + body))));
      case GITHUB ->
          new HashMap<>(
              Map.of("x-github-delivery", id, "x-hub-signature-256", "sha256=" + hex(body)));
      case STRIPE ->
          new HashMap<>(Map.of("stripe-signature", "t=" + time + ",v1=" + hex(time + "." + body)));
      case TOKEN -> new HashMap<>(Map.of("x-webhook-token", secret.value()));
    };
  }

  private String hex(String text) {
    return HexFormat.of().formatHex(hmac(secret.value().getBytes(StandardCharsets.UTF_8), text));
  }

  private static byte[] hmac(byte[] key, String text) {
    return Hmac.of(key, text, new byte[0]);
  }
}
