package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.outbound.OneShotBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okio.ByteString;

/** The request that a webhook is told by. */
final class WebhookPost {
  private static final MediaType JSON = MediaType.get("application/json");

  private WebhookPost() {}

  static Request of(Recipient.ByWebhook webhook, Headers signature, Json payload) {
    return new Request.Builder()
        .url(webhook.url())
        .headers(signature.newBuilder().add("User-Agent", "AgencyTasks/1").build())
        .post(new OneShotBody(JSON, ByteString.encodeUtf8(payload.text())))
        .build();
  }
}
