package io.agencytasks.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Objects;

/**
 * A request's head.
 *
 * @param path decoded, as an HTTP API decodes it before it looks for a route
 * @param query as it came; empty where there is none
 */
record Request(
    String id,
    String method,
    String path,
    String query,
    String protocol,
    String sourceIp,
    Headers headers) {

  static Request of(HttpExchange exchange, String id) {
    return new Request(
        id,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
        exchange.getProtocol(),
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        exchange.getRequestHeaders());
  }
}
