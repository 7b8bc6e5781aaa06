package io.agencytasks.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A real HTTP hop between the functions' clients and a service, on which calls meet their fate.
 * Whatever goes through does so byte for byte, and with the host that was asked for, which is
 * signed: the JVM must allow that to be set, by {@code jdk.httpclient.allowRestrictedHeaders}.
 */
final class FaultyEdge implements AutoCloseable {
  /** What the client or the server says for itself on each hop, by other ways. */
  private static final Set<String> OF_THE_HOP = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    OF_THE_HOP.addAll(
        Set.of("connection", "content-length", "expect", "transfer-encoding", "upgrade"));
  }

  private static final int LONGEST_DELAY_MILLIS = 150;

  /** Where nobody comes, nobody is waited for. */
  private static final int PATIENCE_MILLIS = 200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI behind;
  private final Duration lease;
  private final Dead dead;
  private final Weather weather;
  private final AtomicLong passed = new AtomicLong();
  private final AtomicInteger held = new AtomicInteger();

  /**
   * Opens a hop on a free port.
   *
   * @param lease of an execution: what outlives it is late by a little more
   * @param dead who is not heard here any more
   */
  FaultyEdge(URI behind, Duration lease, Dead dead) throws IOException {
    this.behind = behind;
    this.lease = lease;
    this.dead = dead;
    this.weather = new Weather(dead);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /** By its address, so that S3's clients put the bucket into the path and not before the host. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Weather weather() {
    return weather;
  }

  /** Whether no call is still to meet its fate. */
  boolean isStill() {
    return held.get() == 0;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Weather.Fate fate = weather.of(exchange.getRequestURI() + " " + new String(body, UTF_8));
      HttpRequest request = request(exchange, body);
      if (fate.fault() == Fault.NONE) {
        answer(exchange, send(request));
      } else {
        hold(fate, exchange, request);
      }
      passed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hold(Weather.Fate fate, HttpExchange exchange, HttpRequest request)
      throws IOException, InterruptedException {
    held.incrementAndGet();
    try {
      meet(fate, exchange, request);
    } finally {
      held.decrementAndGet();
    }
  }

  private void meet(Weather.Fate fate, HttpExchange exchange, HttpRequest request)
      throws IOException, InterruptedException {
    RandomGenerator chance = fate.chance();
    switch (fate.fault()) {
      case NONE -> answer(exchange, send(request));
      case FAIL_BEFORE -> beOutOfReach(exchange, chance);
      case REFUSE -> exchange.sendResponseHeaders(400, -1);
      case LOSE_ANSWER -> {
        send(request);
        beOutOfReach(exchange, chance);
      }
      case DUPLICATE -> {
        HttpResponse<byte[]> first = send(request);
        HttpResponse<byte[]> second = send(request);
        answer(exchange, chance.nextBoolean() ? first : second);
      }
      case REORDER -> {
        beOvertaken();
        answer(exchange, send(request));
      }
      case DELAY -> {
        Thread.sleep(chance.nextInt(LONGEST_DELAY_MILLIS));
        answer(exchange, send(request));
      }
      case OUTLIVE_LEASE -> {
        Thread.sleep(lease.plusMillis(500));
        answer(exchange, send(request));
      }
      case KILL -> {
        HttpResponse<byte[]> last = send(request);
        dead.add(exchange.getRequestURI() + " " + new String(last.body(), UTF_8));
        answer(exchange, last);
      }
    }
  }

  private void beOvertaken() throws InterruptedException {
    long before = passed.get();
    for (int waited = 0; waited < PATIENCE_MILLIS && passed.get() == before; waited += 10) {
      Thread.sleep(10);
    }
  }

  /** Cut off without a word, or told so by something between. */
  private static void beOutOfReach(HttpExchange exchange, RandomGenerator chance)
      throws IOException {
    if (chance.nextBoolean()) {
      exchange.sendResponseHeaders(503, -1);
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_HOP.contains(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OF_THE_HOP.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
