package io.agencytasks.functions.executors.apicall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.json.Jsonb;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.BodyText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is kept of an answer, within {@value Outcome#MAX_RESULT_BYTES} bytes: status, some headers,
 * and the body as JSON, text or Base64, whichever tells most. What does not fit is cut at the end,
 * and the whole of it kept as an artifact, if that can be had.
 */
final class ApiCallResult {
  private static final List<String> HEADERS =
      List.of(
          "content-type",
          "etag",
          "last-modified",
          "link",
          "location",
          "retry-after",
          "x-request-id");
  private static final int MAX_HEADER_LENGTH = 1_000;

  /** Base64 writes three bytes as four characters. */
  private static final int BASE64_UNIT = 4;

  private final Answer answer;
  private final Supplier<Optional<Artifact>> whole;
  private final ObjectNode head = JsonNodeFactory.instance.objectNode();

  private ApiCallResult(Answer answer, Supplier<Optional<Artifact>> whole) {
    this.answer = answer;
    this.whole = whole;
    head.put("status", answer.status());
    ObjectNode kept = head.putObject("headers");
    for (String name : HEADERS) {
      Optional.ofNullable(answer.headers().get(name)).ifPresent(v -> kept.put(name, clipped(v)));
    }
  }

  /** Of an answer whose body nobody wants. */
  static Json withoutBody(Answer answer) {
    return Jsonb.render(new ApiCallResult(answer, Optional::empty).head);
  }

  /**
   * @param keep is asked for the whole body where the result holds its beginning only
   */
  static Json of(Answer answer, Function<Answer, Optional<Artifact>> keep) {
    var result = new ApiCallResult(answer.head(), () -> keep.apply(answer));
    return result.asJson().or(result::asText).orElseGet(result::asBase64);
  }

  private Optional<Json> asJson() {
    if (answer.body().size() == 0) {
      return Optional.of(Jsonb.render(head.putNull("body")));
    }
    return Optional.of(answer)
        .filter(it -> it.whole() && BodyText.isJson(it))
        .flatMap(BodyText::of)
        .flatMap(Jsonb::parse)
        .map(body -> Jsonb.render(with(body)))
        .filter(ApiCallResult::fits);
  }

  private Optional<Json> asText() {
    return BodyText.of(answer).map(text -> cutToFit(text, 1));
  }

  private Json asBase64() {
    head.put("bodyEncoding", "base64");
    return cutToFit(answer.body().base64(), BASE64_UNIT);
  }

  private Json cutToFit(String body, int unit) {
    Json all = Jsonb.render(with(body));
    if (answer.whole() && fits(all)) {
      return all;
    }
    head.put("bodyTruncated", true);
    whole.get().ifPresent(this::pointTo);
    int low = 0;
    int high = Math.min(body.length(), Outcome.MAX_RESULT_BYTES);
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (fits(Jsonb.render(with(body.substring(0, middle))))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int end = low - low % unit;
    boolean splitsPair = end > 0 && Character.isHighSurrogate(body.charAt(end - 1));
    return Jsonb.render(with(body.substring(0, splitsPair ? end - 1 : end)));
  }

  private void pointTo(Artifact artifact) {
    head.putObject("artifact")
        .put("name", artifact.name())
        .put("contentType", artifact.contentType())
        .put("bytes", artifact.bytes());
  }

  private ObjectNode with(String body) {
    return with(JsonNodeFactory.instance.textNode(body));
  }

  private ObjectNode with(JsonNode body) {
    ObjectNode result = head.deepCopy();
    result.set("body", body);
    return result;
  }

  private static boolean fits(Json result) {
    return result.text().getBytes(StandardCharsets.UTF_8).length <= Outcome.MAX_RESULT_BYTES;
  }

  private static String clipped(String value) {
    String printable = value.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.substring(0, Math.min(printable.length(), MAX_HEADER_LENGTH));
  }
}
