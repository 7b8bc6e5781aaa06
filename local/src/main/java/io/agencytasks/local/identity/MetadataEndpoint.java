package io.agencytasks.local.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Publishes the issuer's metadata and its public key. */
record MetadataEndpoint(String path, Map<String, ?> metadata, Map<String, ?> keys)
    implements HttpHandler {
  static final String METADATA = "/.well-known/openid-configuration";
  static final String KEYS = "/.well-known/jwks.json";

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).send(exchange);
    }
  }

  private JsonAnswer answer(HttpExchange exchange) {
    String requested = exchange.getRequestURI().getPath();
    Map<String, ?> content = Map.of(path + METADATA, metadata, path + KEYS, keys).get(requested);
    if (content == null) {
      return JsonAnswer.problem(404, "There is nothing here.");
    }
    if (!METHODS.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return JsonAnswer.problem(405, "This is read only.");
    }
    return new JsonAnswer(200, content);
  }
}
