package io.agencytasks.local.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.sns.Topics;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Answers {@code POST /local/inbound/sms}: a text message comes in, by the topic that AWS would
 * publish it to.
 *
 * @param ids makes the ids of messages that have none
 */
public record TextMessagesEndpoint(Topics topics, String topicArn, Supplier<UUID> ids)
    implements HttpHandler {
  private static final int MOST_BYTES = 16 * 1024;

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).send(exchange);
    }
  }

  private JsonAnswer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
      return JsonAnswer.message(404, "There is nothing here.");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return JsonAnswer.message(405, "Send a POST.");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return JsonAnswer.message(413, "Send at most %d bytes.".formatted(MOST_BYTES));
    }
    try {
      TextMessage message = TextMessage.read(body, ids);
      topics.publish(topicArn, "", message.published());
      return new JsonAnswer(202, Map.of("id", message.id()));
    } catch (IllegalArgumentException wrong) {
      return JsonAnswer.message(400, String.valueOf(wrong.getMessage()));
    }
  }
}
