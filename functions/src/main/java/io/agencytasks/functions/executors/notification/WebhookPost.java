package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.task.Json;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;

/** The request that a webhook is told by. */
final class WebhookPost {
  private WebhookPost() {}

  static Request of(Recipient.ByWebhook webhook, Headers signature, Json payload) {
    return new Request.Builder()
        .url(webhook.url())
        .headers(signature.newBuilder().add("User-Agent", "AgencyTasks/1").build())
        .post(new OneShot(ByteString.encodeUtf8(payload.text())))
        .build();
  }

  /** A body that OkHttp never sends again on its own, so that an attempt is one request. */
  private static final class OneShot extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final ByteString content;

    OneShot(ByteString content) {
      this.content = content;
    }

    @Override
    public MediaType contentType() {
      return JSON;
    }

    @Override
    public long contentLength() {
      return content.size();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(content);
    }
  }
}
