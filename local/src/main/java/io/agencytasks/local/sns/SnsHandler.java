package io.agencytasks.local.sns;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.mail.SentMessage;
import io.agencytasks.local.mail.SentMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Speaks AWS's Query protocol: a form comes in, XML goes out. A send that shall fail is rehearsed
 * by numbers that nobody can have: {@code +9990000} and then the status, such as {@code
 * +9990000429}; {@code +9990000000} is sent, but the answer is lost.
 */
record SnsHandler(SentMessages messages, Topics topics, Clock clock, Supplier<UUID> ids)
    implements HttpHandler {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
  private static final String REHEARSED = "+9990000";
  private static final String SILENT = REHEARSED + "000";

  /** Its presence is asked for, as of the database; it is not verified. */
  private static final String SIGNATURE = "AWS4-HMAC-SHA256 ";

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        Publish publish = publish(exchange, body);
        rehearse(publish.number());
        String id = publish.isForATopic() ? tell(publish) : keep(publish);
        if (!publish.number().equals(SILENT)) {
          send(exchange, 200, published(id));
        }
      } catch (Refusal refusal) {
        send(exchange, refusal.status(), refused(refusal));
      }
    }
  }

  private static Publish publish(HttpExchange exchange, byte[] body) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!Objects.requireNonNullElse(authorization, "").startsWith(SIGNATURE)) {
      throw Refusal.unsigned();
    }
    return Publish.of(body).checked();
  }

  private static void rehearse(String number) {
    if (!number.startsWith(REHEARSED) || number.equals(SILENT)) {
      return;
    }
    switch (number.substring(REHEARSED.length())) {
      case "400" ->
          throw Refusal.invalidParameter(
              "PhoneNumber Reason: %s is not valid to publish to".formatted(number));
      case "429" -> throw Refusal.throttled();
      case "500" -> throw Refusal.broken(500);
      case "503" -> throw Refusal.broken(503);
      default -> {}
    }
  }

  private String tell(Publish publish) {
    if (!topics.has(publish.topicArn())) {
      throw Refusal.noTopic();
    }
    var notification =
        new Notification(
            ids.get(),
            publish.topicArn(),
            publish.subject(),
            publish.text(),
            publish.attributes(),
            clock.instant());
    return topics.publish(publish.topicArn(), notification).toString();
  }

  private String keep(Publish publish) {
    String id = ids.get().toString();
    messages.add(
        new SentMessage(
            id, clock.instant(), "sms", "", List.of(publish.number()), "", publish.text(), ""));
    return id;
  }

  private String published(String id) {
    return """
    <PublishResponse xmlns="%s">
      <PublishResult><MessageId>%s</MessageId></PublishResult>
      <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>
    </PublishResponse>
    """
        .formatted(NAMESPACE, id, ids.get());
  }

  private String refused(Refusal refusal) {
    return """
    <ErrorResponse xmlns="%s">
      <Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>
      <RequestId>%s</RequestId>
    </ErrorResponse>
    """
        .formatted(
            NAMESPACE,
            refusal.type(),
            refusal.code(),
            escaped(Objects.requireNonNullElse(refusal.getMessage(), "")),
            ids.get());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void send(HttpExchange exchange, int status, String answer) throws IOException {
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
