package io.agencytasks.functions.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * An AWS service that answers as it was told, call by call, the last answer for all further ones.
 */
final class AnsweringServer implements AutoCloseable {
  private static final int CUT = 0;

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();

  private record Answer(int status, @Nullable String errorType, String body) {}

  AnsweringServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Answers well. */
  AnsweringServer then(String body) {
    answers.add(new Answer(200, null, body));
    return this;
  }

  /** Refuses, with the error's type in the header that the service puts it in. */
  AnsweringServer thenFails(int status, String errorType, String message) {
    answers.add(new Answer(status, errorType, "{\"message\":\"%s\"}".formatted(message)));
    return this;
  }

  /** Takes the call, and ends the connection without a word: the work may be done. */
  AnsweringServer thenCuts() {
    answers.add(new Answer(CUT, null, ""));
    return this;
  }

  /** The bodies of the calls that came in. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      var answer = answers.size() > 1 ? answers.remove() : answers.element();
      if (answer.status() == CUT) {
        return;
      }
      if (answer.errorType() != null) {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", answer.errorType());
      }
      var body = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
