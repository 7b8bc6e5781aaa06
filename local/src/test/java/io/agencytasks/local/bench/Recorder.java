package io.agencytasks.local.bench;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the functions and the Data API, and keeps a copy of what they say to it. */
public final class Recorder implements AutoCloseable {
  private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type");
  private static final List<String> PASSED_BACK = List.of("Content-Type", "x-amzn-ErrorType");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
  private final List<byte[]> calls = new ArrayList<>();
  private final HttpServer server;
  private final URI dataApi;

  public Recorder(URI dataApi) throws IOException {
    this.dataApi = dataApi;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The calls' bodies since it was last asked. */
  public synchronized List<byte[]> take() {
    List<byte[]> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.close();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      synchronized (this) {
        calls.add(body);
      }
      HttpResponse<byte[]> answer = http.send(onwards(exchange, body), BodyHandlers.ofByteArray());
      for (String name : PASSED_BACK) {
        answer
            .headers()
            .firstValue(name)
            .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
      }
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest onwards(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(dataApi.resolve(exchange.getRequestURI()))
            .POST(BodyPublishers.ofByteArray(body));
    PASSED_ON.forEach(name -> request.header(name, exchange.getRequestHeaders().getFirst(name)));
    return request.build();
  }
}
