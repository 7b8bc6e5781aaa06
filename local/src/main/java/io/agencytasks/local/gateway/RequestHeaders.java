package io.agencytasks.local.gateway;

import com.sun.net.httpserver.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads request headers in the forms that an event gives them. */
final class RequestHeaders {
  private RequestHeaders() {}

  /**
   * All but the cookies, in lower case, a repeated one's values joined by commas; with those that
   * API Gateway adds.
   */
  static Map<String, String> joined(Request request) {
    var joined = new TreeMap<String, String>();
    request.headers().forEach((name, values) -> joined.put(lower(name), String.join(",", values)));
    joined.remove("cookie");
    joined.merge("x-forwarded-for", request.sourceIp(), (before, own) -> before + ", " + own);
    joined.put("x-forwarded-port", port(request.headers()));
    joined.put("x-forwarded-proto", "http");
    return joined;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Each cookie as {@code name=value}. */
  static List<String> cookies(Headers headers) {
    return headers.getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";")))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  static String userAgent(Headers headers) {
    return Objects.requireNonNullElse(headers.getFirst("User-Agent"), "");
  }

  /** The host that the client asked for, without its port. */
  static String domain(Headers headers) {
    return host(headers).replaceFirst(":\\d+$", "");
  }

  private static String port(Headers headers) {
    String host = host(headers);
    String domain = domain(headers);
    return host.equals(domain) ? "80" : host.substring(domain.length() + 1);
  }

  private static String host(Headers headers) {
    return Objects.requireNonNullElse(headers.getFirst("Host"), "localhost");
  }
}
