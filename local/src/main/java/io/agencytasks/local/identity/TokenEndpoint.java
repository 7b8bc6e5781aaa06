package io.agencytasks.local.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** Gives out tokens. */
record TokenEndpoint(Issuer issuer) implements HttpHandler {
  private static final int MOST_BYTES = 16 * 1024;

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).send(exchange);
    }
  }

  private JsonAnswer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
      return JsonAnswer.problem(404, "There is nothing here.");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return JsonAnswer.problem(405, "Send a POST with {\"subject\":\"alice\"}.");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return JsonAnswer.problem(413, "A token request has at most %d bytes.".formatted(MOST_BYTES));
    }
    try {
      TokenRequest request = new TokenRequestReader().read(body);
      return new JsonAnswer(200, Map.of("token", issuer.mint(request)));
    } catch (IllegalArgumentException e) {
      return JsonAnswer.problem(400, String.valueOf(e.getMessage()));
    }
  }
}
