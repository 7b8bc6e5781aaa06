package io.agencytasks.local.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * GoHighLevel's API on a real server: it checks method, path, version, token, location and body,
 * and takes 100 requests in 10 seconds from each location. Each test has a location of its own.
 */
public final class GhlStub {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, GhlLocation> byToken = new ConcurrentHashMap<>();

  private GhlStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** One for all tests of a JVM. */
  public static GhlStub shared() {
    return Started.STUB;
  }

  private static final class Started {
    private static final GhlStub STUB = new GhlStub();
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** A location that nobody has used before, with the token that lets in. */
  public GhlLocation location() {
    var location =
        new GhlLocation(
            "pit-" + UUID.randomUUID(),
            UUID.randomUUID().toString().replace("-", "").substring(12));
    byToken.put("Bearer " + location.token(), location);
    return location;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var sent = exchange.getRequestBody().readAllBytes();
      var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
      var location = header.map(byToken::get);
      if (location.isEmpty()) {
        reply(401, "{\"statusCode\":401,\"message\":\"Invalid Private Integration token\"}")
            .handle(exchange);
      } else {
        answer(exchange, location.get(), new String(sent, UTF_8));
      }
    }
  }

  private static void answer(HttpExchange exchange, GhlLocation location, String sent)
      throws IOException {
    var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    int left = location.take(request, sent, Duration.ofNanos(System.nanoTime()));
    var headers = exchange.getResponseHeaders();
    headers.set("X-RateLimit-Max", Integer.toString(GhlLocation.REQUESTS));
    headers.set("X-RateLimit-Interval-Milliseconds", "10000");
    headers.set("X-RateLimit-Remaining", Integer.toString(Math.max(left, 0)));
    headers.set("X-RateLimit-Daily-Remaining", "199000");
    if (left < 0) {
      reply(429, "{\"statusCode\":429,\"message\":\"Too Many Requests\"}").handle(exchange);
    } else {
      location.next().orElseGet(() -> byReference(exchange, location, sent)).handle(exchange);
    }
  }

  private static HttpHandler byReference(HttpExchange exchange, GhlLocation location, String sent) {
    var path = exchange.getRequestURI().getPath();
    var resource =
        Resource.ALL.stream()
            .filter(it -> it.takes(exchange.getRequestMethod(), path))
            .findFirst()
            .orElse(null);
    if (resource == null) {
      return reply(404, "{\"statusCode\":404,\"message\":\"Cannot find " + path + "\"}");
    }
    if (!resource.version().equals(exchange.getRequestHeaders().getFirst("Version"))) {
      return reply(400, "{\"statusCode\":400,\"message\":\"version header is invalid\"}");
    }
    var faults = faults(resource, exchange, location, sent);
    return faults.isEmpty()
        ? reply(resource.status(), resource.answer().replace("%s", location.id()))
        : reply(422, JSON.createObjectNode().put("message", faults.getFirst()).toString());
  }

  private static List<String> faults(
      Resource resource, HttpExchange exchange, GhlLocation location, String sent) {
    if (resource.method().equals("GET")) {
      var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
      return query.contains("locationId=" + location.id()) && sent.isEmpty()
          ? List.of()
          : List.of("locationId is not this token's");
    }
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var body = json(sent);
    if (type == null || !type.startsWith("application/json")) {
      return List.of("content-type must be application/json");
    }
    return body.has("locationId") && !body.path("locationId").asText().equals(location.id())
        ? List.of("locationId is not this token's")
        : resource.body().validate(body).stream().map(Object::toString).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers so. */
  public static HttpHandler reply(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }
}
