package io.agencytasks.functions.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookSecret;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as callers see it.
 *
 * @param url where its messages go, seen from the API; null where it has an address
 * @param secret shown this once, or left out
 */
record ShownWebhook(
    @JsonUnwrapped Webhook webhook,
    @Nullable String url,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

  static ShownWebhook of(Webhook webhook) {
    return new ShownWebhook(webhook, url(webhook), null);
  }

  static ShownWebhook of(Webhook webhook, WebhookSecret secret) {
    return new ShownWebhook(webhook, url(webhook), secret.value());
  }

  private static @Nullable String url(Webhook webhook) {
    return webhook.channel() == Channel.CUSTOM ? "/v1/hooks/" + webhook.publicId() : null;
  }
}
