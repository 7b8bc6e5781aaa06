package io.agencytasks.functions.executors.apicall;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.functions.executors.Auth;
import io.agencytasks.functions.executors.AuthField;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import io.agencytasks.functions.executors.HeadersField;
import io.agencytasks.functions.executors.UrlField;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What an api_call sends, and what it takes for success.
 *
 * @param auth what makes one more header when it is sent
 * @param body any JSON value; a string is sent as it is, all else as JSON
 * @param timeout for the whole call, from looking up the host to the last byte: 1 to 60 s
 * @param followRedirects whether a GET or HEAD goes on to where it is redirected
 * @param captureResponse whether the body of an answer is read and kept
 * @param onUncertain what to do when nobody knows whether the request was acted on
 */
record ApiCallConfig(
    HttpUrl url,
    HttpMethod method,
    Headers headers,
    Optional<Auth> auth,
    Optional<JsonNode> body,
    ExpectedStatus expectedStatus,
    Duration timeout,
    boolean followRedirects,
    boolean captureResponse,
    OnUncertain onUncertain) {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  static Decoded<ApiCallConfig> decode(Json json) {
    var fields = ConfigFields.of(json);
    var url = UrlField.read(fields);
    var method = fields.choice("method", HttpMethod.class).orElse(HttpMethod.GET);
    var headers = HeadersField.read(fields);
    var auth = AuthField.read(headers, fields);
    var body = fields.value("body");
    if (body.isPresent() && !method.takesBody()) {
      fields.fault("body", "must be left out: " + method + " sends none");
    }
    var expected = ExpectedStatus.read(fields);
    var seconds = fields.integer("timeoutSeconds", 1, 60).orElse(30);
    boolean followRedirects = fields.flag("followRedirects").orElse(false);
    if (followRedirects && method.takesBody()) {
      fields.fault("followRedirects", "must be left out: only GET and HEAD are followed");
    }
    boolean captureResponse = fields.flag("captureResponse").orElse(true);
    var onUncertain =
        fields.choice("onUncertain", OnUncertain.class).orElse(presumed(method, headers));
    var faults = fields.faults();
    return faults.isEmpty()
        ? new Decoded.Valid<>(
            new ApiCallConfig(
                url.orElseThrow(),
                method,
                headers,
                auth,
                body,
                expected,
                Duration.ofSeconds(seconds),
                followRedirects,
                captureResponse,
                onUncertain))
        : new Decoded.Invalid<>(faults);
  }

  /** Whether the body of an answer with this status is wanted. */
  boolean reads(int status) {
    return captureResponse && expectedStatus.accepts(status);
  }

  /** A key that the user gave tells that the other side recognizes repeats. */
  private static OnUncertain presumed(HttpMethod method, Headers headers) {
    return headers.get(IDEMPOTENCY_KEY) == null ? method.onUncertain() : OnUncertain.RETRY;
  }
}
