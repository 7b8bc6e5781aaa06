package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.functions.outbound.OneShotBody;
import io.agencytasks.functions.outbound.OutboundHttp;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okio.ByteString;

/** The request that an action asks for. */
final class GhlRequest {
  private static final MediaType JSON = MediaType.get("application/json");

  private GhlRequest() {}

  static Request of(GhlCall call, HttpUrl base, SecretValue token) {
    var url = base.newBuilder();
    // A base ends in an empty segment, in whose place the first one comes.
    call.path().forEach(url::addPathSegment);
    call.query().forEach(url::addQueryParameter);
    return new Request.Builder()
        .url(url.build())
        .method(call.method(), call.body().map(GhlRequest::body).orElse(null))
        .header("Authorization", "Bearer " + token.value())
        .header("Version", call.version().toString())
        .header("Accept", "application/json")
        .header("User-Agent", OutboundHttp.USER_AGENT)
        .build();
  }

  private static OneShotBody body(ObjectNode body) {
    return new OneShotBody(JSON, ByteString.encodeUtf8(body.toString()));
  }
}
