package io.agencytasks.local.secretsmanager;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Speaks AWS's JSON protocol 1.1: the operation in a header, errors by their type in the body. */
record SecretsManagerHandler(Operations operations, Supplier<UUID> ids) implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVICE = "secretsmanager.";

  /** Its presence is asked for, as of the database; it is not verified. */
  private static final String SIGNATURE = "AWS4-HMAC-SHA256 ";

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        send(exchange, 200, answer(exchange, body));
      } catch (Refusal refusal) {
        send(
            exchange,
            400,
            JSON.valueToTree(
                Map.of(
                    "__type", refusal.type(),
                    "Message", Objects.requireNonNullElse(refusal.getMessage(), ""))));
      }
    }
  }

  private JsonNode answer(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    String target = Objects.requireNonNullElse(headers.getFirst("X-Amz-Target"), "");
    if (!target.startsWith(SERVICE)) {
      throw Refusal.unknownOperation();
    }
    if (!Objects.requireNonNullElse(headers.getFirst("Authorization"), "").startsWith(SIGNATURE)) {
      throw Refusal.unsigned();
    }
    return operations.answer(target.substring(SERVICE.length()), call(body));
  }

  private static Call call(byte[] body) {
    try {
      if (JSON.readTree(body) instanceof ObjectNode call) {
        return new Call(call);
      }
    } catch (JacksonException malformed) {
      throw Refusal.malformed();
    } catch (IOException unreadable) {
      throw Refusal.malformed();
    }
    throw Refusal.malformed();
  }

  private void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.getResponseHeaders().set("x-amzn-RequestId", ids.get().toString());
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
