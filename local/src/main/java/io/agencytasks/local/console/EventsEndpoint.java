package io.agencytasks.local.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.bus.EventBridge;
import java.io.IOException;
import java.util.Map;

/** Answers {@code GET /local/events}: the last 200 that were published, the latest first. */
public record EventsEndpoint(EventBridge bridge) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonAnswer.toGet(exchange, () -> Map.of("events", bridge.recent())).send(exchange);
    }
  }
}
