package io.agencytasks.local.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * The server that tasks call, each by a path of its own: {@code /17/3} is the fourth task of
 * schedule 17. It counts how often it did what a task asked for, and what it answers is drawn by
 * the schedule's seed, the path and the count of calls: nothing else has a part in it.
 */
final class Works implements AutoCloseable {
  /** Beyond the timeout of a task, which is a second. */
  private static final Duration TOO_LONG = Duration.ofMillis(1_500);

  /** What the paths begin with whose answers are too large for a row. */
  static final String LARGE = "large/";

  private static final int LARGE_BYTES = 24 * 1024;
  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Dice dice = new Dice();
  private final Map<String, Integer> done = new ConcurrentHashMap<>();
  private final Map<String, String> expected = new ConcurrentHashMap<>();
  private final Set<String> unproven = ConcurrentHashMap.newKeySet();
  private volatile Odds odds = Odds.NONE;

  Works() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.createContext("/", this::answer);
    server.createContext("/refused/", this::refuse);
    server.setExecutor(threads);
    server.start();
  }

  /** Where a task's work is done. */
  URI uri(String path) {
    return URI.create("http://localhost:%d/%s".formatted(server.getAddress().getPort(), path));
  }

  /** From now on; {@link Odds#NONE} does whatever is asked, and says so. */
  void turn(Odds newOdds) {
    odds = newOdds;
  }

  /** Calls of this path must say this in their header Authorization; those of others nothing. */
  void expect(String path, String authorization) {
    expected.put(path, authorization);
  }

  /** The paths that were called otherwise. */
  Set<String> unproven() {
    return Set.copyOf(unproven);
  }

  /** What is answered on a path, if it is one of a large answer. */
  static byte[] large(String path) {
    byte[] content = new byte[LARGE_BYTES];
    new Random(path.hashCode()).nextBytes(content);
    return content;
  }

  /** How often the work of this path was done. */
  int done(String path) {
    return done.getOrDefault(path, 0);
  }

  /** How much work was done in all. */
  int done() {
    return done.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = checked(exchange);
      RandomGenerator chance = dice.next(0, path);
      Fault fault = odds.draw(chance);
      if (fault != Fault.FAIL_BEFORE) {
        done.merge(path, 1, Integer::sum);
      }
      switch (fault) {
        case FAIL_BEFORE -> exchange.sendResponseHeaders(503, -1);
        case LOSE_ANSWER -> fallSilent(chance);
        case DELAY -> {
          Thread.sleep(TOO_LONG.toMillis() / 3);
          say(path, exchange);
        }
        case OUTLIVE_LEASE -> {
          Thread.sleep(FaultyCloud.LEASE.plusSeconds(1));
          say(path, exchange);
        }
        case NONE, REFUSE, DUPLICATE, REORDER, KILL -> say(path, exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String checked(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath().substring(1);
    String said =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    if (!said.equals(expected.getOrDefault(path, ""))) {
      unproven.add(path);
    }
    return path;
  }

  private static void say(String path, HttpExchange exchange) throws IOException {
    if (path.startsWith(LARGE)) {
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      exchange.sendResponseHeaders(200, LARGE_BYTES);
      exchange.getResponseBody().write(large(path));
    } else {
      exchange.sendResponseHeaders(NO_CONTENT, -1);
    }
  }

  /** Hangs up at once, or when the caller has long given up. */
  private static void fallSilent(RandomGenerator chance) throws InterruptedException {
    if (chance.nextBoolean()) {
      Thread.sleep(TOO_LONG);
    }
  }

  private void refuse(HttpExchange exchange) throws IOException {
    try (exchange) {
      checked(exchange);
      exchange.sendResponseHeaders(422, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
