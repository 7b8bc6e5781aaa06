package io.agencytasks.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.agencytasks.local.gateway.Answer.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a function's answer in payload format 2.0. One without a statusCode is itself the body of a
 * 200; one that breaks the format is an internal server error.
 */
final class FunctionResponse {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Headers that are the connection's, not the function's. */
  private static final Set<String> IGNORED =
      Set.of("connection", "content-length", "transfer-encoding", "apigw-requestid");

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

  private FunctionResponse() {}

  static Answer parse(String json) {
    try {
      JsonNode answer = JSON.readTree(json);
      return answer.has("statusCode") ? explicit(answer) : inferred(answer);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Answer.INTERNAL_SERVER_ERROR;
    }
  }

  private static Answer inferred(JsonNode answer) {
    String body = answer.isTextual() ? answer.textValue() : answer.toString();
    return new Answer(
        200,
        List.of(new Header("content-type", "application/json")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer explicit(JsonNode answer) {
    JsonNode status = answer.get("statusCode");
    if (!status.isInt() || status.intValue() < 200 || status.intValue() > 599) {
      throw new IllegalArgumentException("statusCode");
    }
    return new Answer(status.intValue(), headers(answer), body(answer));
  }

  private static List<Header> headers(JsonNode answer) {
    var headers = new ArrayList<Header>();
    for (var header : optional(answer, "headers", JsonNode::isObject).properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!IGNORED.contains(name) && !header.getValue().isNull()) {
        headers.add(header(name, header.getValue()));
      }
    }
    for (JsonNode cookie : optional(answer, "cookies", JsonNode::isArray)) {
      headers.add(header("set-cookie", cookie));
    }
    if (headers.stream().noneMatch(h -> h.name().equals("content-type"))) {
      headers.add(new Header("content-type", "text/plain;charset=UTF-8"));
    }
    return headers;
  }

  private static Header header(String name, JsonNode value) {
    if (!NAME.matcher(name).matches() || UNPRINTABLE.matcher(value.asText()).find()) {
      throw new IllegalArgumentException("header");
    }
    return new Header(name, value.asText());
  }

  private static byte[] body(JsonNode answer) {
    String body = optional(answer, "body", JsonNode::isTextual).asText();
    return answer.path("isBase64Encoded").booleanValue()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode optional(JsonNode answer, String field, Predicate<JsonNode> kind) {
    JsonNode value = answer.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return MissingNode.getInstance();
    }
    if (!kind.test(value)) {
      throw new IllegalArgumentException(field);
    }
    return value;
  }
}
