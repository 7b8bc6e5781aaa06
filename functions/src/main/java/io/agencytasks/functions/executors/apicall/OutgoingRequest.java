package io.agencytasks.functions.executors.apicall;

import io.agencytasks.functions.executors.Credential;
import io.agencytasks.functions.outbound.OneShotBody;
import io.agencytasks.functions.outbound.OutboundHttp;
import java.util.Optional;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The request that a configuration asks for. */
final class OutgoingRequest {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String USER_AGENT = "User-Agent";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");

  private OutgoingRequest() {}

  /** The bytes of its body; none where it has none. */
  static ByteString content(ApiCallConfig config) {
    return config
        .body()
        .map(body -> body.isTextual() ? body.textValue() : body.toString())
        .map(ByteString::encodeUtf8)
        .orElse(ByteString.EMPTY);
  }

  /**
   * Makes it.
   *
   * @param taskUuid the idempotency key of methods that need one: the same over all attempts
   * @param credential a header more
   */
  static Request of(ApiCallConfig config, UUID taskUuid, Optional<Credential> credential) {
    var headers = config.headers().newBuilder();
    if (headers.get(USER_AGENT) == null) {
      headers.add(USER_AGENT, OutboundHttp.USER_AGENT);
    }
    if (!config.method().isIdempotent() && headers.get(ApiCallConfig.IDEMPOTENCY_KEY) == null) {
      headers.add(ApiCallConfig.IDEMPOTENCY_KEY, taskUuid.toString());
    }
    credential.ifPresent(proof -> headers.set(proof.header(), proof.value()));
    return new Request.Builder()
        .url(config.url())
        .headers(headers.build())
        .method(config.method().name(), body(config))
        .build();
  }

  private static @Nullable RequestBody body(ApiCallConfig config) {
    if (config.body().isEmpty()) {
      return config.method().expectsBody() ? new OneShotBody(null, ByteString.EMPTY) : null;
    }
    MediaType presumed = config.body().get().isTextual() ? TEXT : JSON;
    return new OneShotBody(
        config.headers().get(CONTENT_TYPE) == null ? presumed : null, content(config));
  }
}
