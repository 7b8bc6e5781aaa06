package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agency's own endpoint, to which its custom tasks are posted. It keeps what it was sent. */
final class Endpoint implements AutoCloseable {
  /** What it signs with: 32 bytes in Base64. */
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What came.
   *
   * @param id its {@code webhook-id}
   */
  record Message(String id, JsonNode body) {
    String token() {
      return callbackPath().substring("/v1/callbacks/".length());
    }

    String callbackPath() {
      return URI.create(body.at("/callback/url").asText()).getPath();
    }
  }

  private final Target target;
  private final List<Message> messages = new CopyOnWriteArrayList<>();

  Endpoint() throws IOException {
    this.target = new Target();
  }

  /** A task for it, which answers in this order, and the same as the last time from then on. */
  ATask task(HttpHandler... inOrder) {
    HttpHandler[] keeping = new HttpHandler[inOrder.length];
    for (int i = 0; i < inOrder.length; i++) {
      HttpHandler answer = inOrder[i];
      keeping[i] =
          exchange -> {
            keep(exchange);
            answer.handle(exchange);
          };
    }
    ATask task = ATask.of("custom");
    ObjectNode config = task.fields().putObject("executionConfig");
    config.put("url", target.answering("/tasks", keeping).toString());
    config.putObject("secret").put("secretRef", "executors_key");
    return task;
  }

  static HttpHandler says(String outcome) {
    return Target.reply(200, outcome.replace('\'', '"'));
  }

  static HttpHandler accepts() {
    return exchange -> exchange.sendResponseHeaders(202, -1);
  }

  /** Creates a task of somebody who has the secret to sign with. */
  static long create(Caller caller, ATask task) {
    HttpResponse<String> put =
        caller.send("PUT", "/v1/secrets/executors_key", "{\"value\":\"%s\"}".formatted(SECRET));
    assertThat(put.statusCode()).isBetween(200, 201);
    return caller.create(task);
  }

  /** The message of this number, which is awaited; 1 for the first. */
  Message message(int number) {
    await().atMost(Duration.ofSeconds(30)).until(() -> messages.size() >= number);
    return messages.get(number - 1);
  }

  /** Tells what became of it, as anybody who has the message could. */
  static HttpResponse<String> callBack(Message message, String body) {
    return Caller.with("").post(message.callbackPath(), body.replace('\'', '"'));
  }

  /** The last message, while it is being answered. */
  Message latest() {
    return messages.getLast();
  }

  private void keep(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    messages.add(new Message(exchange.getRequestHeaders().getFirst("webhook-id"), body));
  }

  /** The task once it stands so, for which it gets half a minute. */
  static JsonNode awaitStatus(Caller caller, long id, String status) {
    return await("task " + id + " " + status)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> caller.task(id), task -> task.path("status").asText().equals(status));
  }

  /** The task once its worker has handed it over. */
  static JsonNode awaitHandedOver(Caller caller, long id) {
    return await("task " + id + " handed over")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> caller.task(id),
            task -> task.path("statusReason").asText().startsWith("It goes on elsewhere"));
  }

  /** The messages of an execution's log, of the latest of the task. */
  static List<String> log(JsonNode task) {
    return task.at("/executions/0/logs").findValuesAsText("message");
  }

  @Override
  public void close() {
    target.close();
  }
}
