package io.agencytasks.functions.executors.apicall;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The request that a configuration asks for. */
final class OutgoingRequest {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String USER_AGENT = "User-Agent";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");

  private OutgoingRequest() {}

  /**
   * @param taskUuid the idempotency key of methods that need one: the same over all attempts
   */
  static Request of(ApiCallConfig config, UUID taskUuid) {
    var headers = config.headers().newBuilder();
    if (headers.get(USER_AGENT) == null) {
      headers.add(USER_AGENT, "AgencyTasks/1");
    }
    if (!config.method().isIdempotent() && headers.get(ApiCallConfig.IDEMPOTENCY_KEY) == null) {
      headers.add(ApiCallConfig.IDEMPOTENCY_KEY, taskUuid.toString());
    }
    return new Request.Builder()
        .url(config.url())
        .headers(headers.build())
        .method(config.method().name(), body(config))
        .build();
  }

  private static @Nullable RequestBody body(ApiCallConfig config) {
    if (config.body().isEmpty()) {
      return config.method().expectsBody() ? new OneShot(null, new byte[0]) : null;
    }
    JsonNode body = config.body().get();
    MediaType presumed = body.isTextual() ? TEXT : JSON;
    String content = body.isTextual() ? body.textValue() : body.toString();
    return new OneShot(
        config.headers().get(CONTENT_TYPE) == null ? presumed : null,
        content.getBytes(StandardCharsets.UTF_8));
  }

  /** A body that OkHttp never sends again on its own, so that an attempt is one request. */
  private static final class OneShot extends RequestBody {
    private final @Nullable MediaType contentType;
    private final byte[] content;

    OneShot(@Nullable MediaType contentType, byte[] content) {
      this.contentType = contentType;
      this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
      return contentType;
    }

    @Override
    public long contentLength() {
      return content.length;
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
