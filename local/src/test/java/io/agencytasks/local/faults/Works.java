package io.agencytasks.local.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
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

  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Dice dice = new Dice();
  private final Map<String, Integer> done = new ConcurrentHashMap<>();
  private volatile Odds odds = Odds.NONE;

  Works() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.createContext("/", this::answer);
    server.createContext("/refused/", Works::refuse);
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
      String path = exchange.getRequestURI().getPath().substring(1);
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
          exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
        case OUTLIVE_LEASE -> {
          Thread.sleep(FaultyCloud.LEASE.plusSeconds(1));
          exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
        case NONE, REFUSE, DUPLICATE, REORDER, KILL -> exchange.sendResponseHeaders(NO_CONTENT, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hangs up at once, or when the caller has long given up. */
  private static void fallSilent(RandomGenerator chance) throws InterruptedException {
    if (chance.nextBoolean()) {
      Thread.sleep(TOO_LONG);
    }
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(422, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
