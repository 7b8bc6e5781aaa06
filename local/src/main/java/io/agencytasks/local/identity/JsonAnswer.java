package io.agencytasks.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** Sends a JSON object. */
record JsonAnswer(int status, Map<String, ?> content) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static JsonAnswer problem(int status, String message) {
    return new JsonAnswer(status, Map.of("message", message));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] body = JSON.writeValueAsBytes(content);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
