package io.agencytasks.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;

/** The size of a request's line and headers, as they came over the wire. */
final class Head {
  private static final int LIMIT = 10_240;

  /** What a line holds besides its parts: a colon and a space, or two spaces; CR and LF. */
  private static final int PUNCTUATION = 4;

  private Head() {}

  static boolean fits(HttpExchange exchange) {
    int line =
        exchange.getRequestMethod().length()
            + exchange.getRequestURI().toString().length()
            + exchange.getProtocol().length()
            + PUNCTUATION;
    return line + headers(exchange.getRequestHeaders()) <= LIMIT;
  }

  private static int headers(Headers headers) {
    return headers.entrySet().stream().mapToInt(Head::size).sum();
  }

  private static int size(Map.Entry<String, List<String>> header) {
    return header.getValue().stream()
        .mapToInt(value -> header.getKey().length() + value.length() + PUNCTUATION)
        .sum();
  }
}
