package io.agencytasks.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request and its answer. Headers are found whatever their case.
 *
 * @param path as it was sent, undecoded
 * @param query as it was sent, empty for none
 * @param requestBody empty for none
 */
public record Exchange(
    String method,
    String path,
    String query,
    Map<String, String> requestHeaders,
    String requestBody,
    int status,
    Map<String, String> headers,
    String body) {

  /** Over HTTP. */
  public static Exchange of(String requestBody, HttpResponse<String> response) {
    URI uri = response.request().uri();
    return new Exchange(
        response.request().method(),
        uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        joined(response.request().headers()),
        requestBody,
        response.statusCode(),
        joined(response.headers()),
        response.body());
  }

  /** In-process: the event that a function was given, and what it answered, both in JSON. */
  public static Exchange ofEvent(String event, String answer) throws JsonProcessingException {
    JsonNode request = new ObjectMapper().readTree(event);
    JsonNode response = new ObjectMapper().readTree(answer);
    return new Exchange(
        request.at("/requestContext/http/method").asText(),
        request.path("rawPath").asText(),
        request.path("rawQueryString").asText(),
        headers(request),
        body(request),
        response.path("statusCode").asInt(),
        headers(response),
        body(response));
  }

  private static Map<String, String> joined(HttpHeaders headers) {
    return caseless(
        headers.map().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> String.join(", ", it.getValue()))));
  }

  private static Map<String, String> headers(JsonNode event) {
    return caseless(
        event
            .path("headers")
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asText())));
  }

  private static Map<String, String> caseless(Map<String, String> headers) {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    return sorted;
  }

  private static String body(JsonNode event) {
    String body = event.path("body").asText("");
    return event.path("isBase64Encoded").asBoolean()
        ? new String(Base64.getDecoder().decode(body), UTF_8)
        : body;
  }

  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " → " + status;
  }
}
