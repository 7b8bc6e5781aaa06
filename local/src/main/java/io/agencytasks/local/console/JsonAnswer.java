package io.agencytasks.local.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** A JSON object, indented: people read it. */
record JsonAnswer(int status, Map<String, ?> content) {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  static JsonAnswer message(int status, String message) {
    return new JsonAnswer(status, Map.of("message", message));
  }

  /** What a GET of exactly this endpoint's path is answered with. */
  static JsonAnswer toGet(HttpExchange exchange, Supplier<Map<String, ?>> content) {
    if (!exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
      return message(404, "There is nothing here.");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      return message(405, "Send a GET.");
    }
    return new JsonAnswer(200, content.get());
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] body = (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
