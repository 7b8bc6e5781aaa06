package io.agencytasks.local.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.mail.SentMessages;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * Answers {@code GET /local/mail}: the last {@value SentMessages#KEPT} mails and text messages, the
 * latest first, as JSON, and to browsers as a page.
 */
public record MailEndpoint(SentMessages messages) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonAnswer json = JsonAnswer.toGet(exchange, this::all);
      String accepted =
          Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Accept"), "");
      if (json.status() == 200 && accepted.contains("text/html")) {
        new MailPage(messages.all()).send(exchange);
      } else {
        json.send(exchange);
      }
    }
  }

  private Map<String, ?> all() {
    return Map.of("messages", messages.all().stream().map(SentMessages::json).toList());
  }
}
