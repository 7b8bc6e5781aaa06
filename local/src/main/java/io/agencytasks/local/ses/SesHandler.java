package io.agencytasks.local.ses;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.mail.SentMessage;
import io.agencytasks.local.mail.SentMessages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Speaks AWS's REST protocol with JSON: the operation in the path, errors by a header. */
record SesHandler(SentMessages messages, String region, Clock clock, Supplier<UUID> ids)
    implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPERATION = "/v2/email/outbound-emails";

  /** Its presence is asked for, as of the database; it is not verified. */
  private static final String SIGNATURE = "AWS4-HMAC-SHA256 ";

  /** Of a sender, to whom SES says that nobody has verified it. */
  private static final String UNVERIFIED = "unverified@";

  /** Longer than any client waits. */
  private static final Duration SLOWLY = Duration.ofSeconds(60);

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        SendEmail email = email(exchange, body);
        Rehearsal rehearsal = rehearsal(email);
        String id = keep(email);
        if (rehearsal == Rehearsal.SLOW) {
          Thread.sleep(SLOWLY);
        }
        if (rehearsal != Rehearsal.SILENT) {
          send(exchange, 200, JSON.createObjectNode().put("MessageId", id));
        }
      } catch (Refusal refusal) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.type());
        String message = Objects.requireNonNullElse(refusal.getMessage(), "");
        send(exchange, refusal.status(), JSON.valueToTree(Map.of("message", message)));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private SendEmail email(HttpExchange exchange, byte[] body) {
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().getPath().equals(OPERATION)) {
      throw Refusal.unknownOperation();
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!Objects.requireNonNullElse(authorization, "").startsWith(SIGNATURE)) {
      throw Refusal.unsigned();
    }
    SendEmail email = new SendEmail(json(body)).checked();
    if (email.from().startsWith(UNVERIFIED)) {
      throw Refusal.notVerified(email.from(), region);
    }
    return email;
  }

  private static Rehearsal rehearsal(SendEmail email) {
    Rehearsal rehearsal =
        email.to().stream()
            .map(Rehearsal::of)
            .filter(it -> it != Rehearsal.NONE)
            .findFirst()
            .orElse(Rehearsal.NONE);
    return switch (rehearsal) {
      case REJECTED -> throw Refusal.rejected("Rehearsed by the recipient's address.");
      case THROTTLED -> throw Refusal.throttled();
      case UNAVAILABLE -> throw Refusal.unavailable();
      case NONE, SILENT, SLOW -> rehearsal;
    };
  }

  private String keep(SendEmail email) {
    String id = ids.get() + "-000000";
    messages.add(
        new SentMessage(
            id,
            clock.instant(),
            "email",
            email.from(),
            email.to(),
            email.subject(),
            email.text(),
            email.html()));
    return id;
  }

  private static JsonNode json(byte[] body) {
    try {
      if (JSON.readTree(body) instanceof ObjectNode call) {
        return call;
      }
    } catch (JacksonException malformed) {
      throw Refusal.badRequest("The body is no JSON.");
    } catch (IOException unreadable) {
      throw Refusal.badRequest("The body is no JSON.");
    }
    throw Refusal.badRequest("The body is no JSON object.");
  }

  private void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-amzn-RequestId", ids.get().toString());
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
