package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server for tasks to call. It remembers every call. */
final class Target implements AutoCloseable {
  private static final HttpHandler HELLO = reply(200, "{\"hello\":\"task\"}");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, List<HttpHandler>> replies = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  Target() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  static HttpHandler reply(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Holds each call until the gate opens, and then says hello. */
  static HttpHandler heldBy(CountDownLatch gate) {
    return exchange -> {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      HELLO.handle(exchange);
    };
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /** The first call of a path gets the first reply, and so on; the last one from then on. */
  URI answering(String path, HttpHandler... inOrder) {
    replies.put(path, List.of(inOrder));
    return uri(path);
  }

  /** The paths called so far, in order. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  int calls(String path) {
    return Collections.frequency(calls, path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      calls.add(path);
      List<HttpHandler> mine = replies.getOrDefault(path, List.of(HELLO));
      mine.get(Math.min(calls(path), mine.size()) - 1).handle(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
