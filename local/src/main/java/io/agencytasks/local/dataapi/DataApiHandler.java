package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks AWS's REST-JSON protocol: a path an operation, members in the body, errors by header. */
final class DataApiHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DataApiHandler.class);
  private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              it ->
                  it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();
  private static final ObjectReader CALL = JSON.readerFor(Call.class);

  private final DataApi api;
  private final CallCounts counts;

  DataApiHandler(DataApi api, CallCounts counts) {
    this.api = api;
    this.counts = counts;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES + 1);
      // A client that is still sending would not hear the answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      try {
        send(exchange, 200, answer(exchange, body));
      } catch (Refusal refusal) {
        sendError(exchange, refusal.type(), refusal.text());
      } catch (RuntimeException bug) {
        LOG.error("The Data API endpoint failed", bug);
        sendError(exchange, ErrorType.INTERNAL_FAILURE, "");
      }
    }
  }

  private byte[] answer(HttpExchange exchange, byte[] body) {
    Operation operation = operation(exchange);
    counts.add(operation);
    Access.checkSignature(exchange.getRequestHeaders());
    if (body.length > MAX_REQUEST_BYTES) {
      throw new Refusal(ErrorType.REQUEST_TOO_LARGE, "The request exceeds the size limit 4 MB.");
    }
    return api.answer(operation, call(body));
  }

  private static Operation operation(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return Operation.at(path)
        .filter(_ -> exchange.getRequestMethod().equals("POST"))
        .orElseThrow(
            () -> new Refusal(ErrorType.UNKNOWN_OPERATION, "No operation at %s.".formatted(path)));
  }

  private static Call call(byte[] body) {
    try {
      return CALL.readValue(body);
    } catch (JacksonException e) {
      throw new Refusal(ErrorType.SERIALIZATION, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new Refusal(ErrorType.SERIALIZATION, "The body can't be read.", e);
    }
  }

  private void sendError(HttpExchange exchange, ErrorType type, String message) throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type.wireName());
    Map<String, String> body = message.isEmpty() ? Map.of() : Map.of("message", message);
    send(exchange, type.status(), JSON.writeValueAsBytes(body));
  }

  private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-amzn-RequestId", counts.nextRequestId());
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
