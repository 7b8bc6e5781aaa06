package io.agencytasks.local.console;

import com.sun.net.httpserver.HttpExchange;
import io.agencytasks.local.mail.SentMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sent messages for people to read. What a mail has of HTML is shown in a frame that can do
 * nothing.
 */
record MailPage(List<SentMessage> messages) {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Sent on this laptop</title>
      <style>
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
               font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #fafafa }
        h1 { font-size: 1.2rem; font-weight: 600 }
        details { margin: .5rem 0; padding: .5rem .75rem; background: #fff;
                  border: 1px solid #ddd; border-radius: .4rem }
        summary { cursor: pointer; overflow-wrap: anywhere }
        small, dt { color: #666 }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
        iframe { width: 100%; height: 16rem; border: 1px solid #ddd }
      </style>
      <h1>Sent on this laptop</h1>
      """;

  void send(HttpExchange exchange) throws IOException {
    byte[] body = html().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private String html() {
    return messages.isEmpty()
        ? HEAD
            + "<p>Nothing yet. Mail and text messages of tasks come here, and go nowhere"
            + " else.</p>\n"
        : messages.stream().map(MailPage::shown).collect(Collectors.joining("", HEAD, ""));
  }

  private static String shown(SentMessage message) {
    String frame =
        message.html().isEmpty()
            ? ""
            : "<iframe sandbox srcdoc=\"%s\"></iframe>".formatted(escaped(message.html()));
    return """
    <details>
      <summary>%s<br><small>%s, %s%s, %s</small></summary>
      <pre>%s</pre>
      %s
    </details>
    """
        .formatted(
            escaped(message.subject().isEmpty() ? "Text message" : message.subject()),
            escaped(message.kind()),
            message.from().isEmpty() ? "" : "from " + escaped(message.from()) + " ",
            "to " + escaped(String.join(", ", message.to())),
            message.at(),
            escaped(message.text()),
            frame);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
