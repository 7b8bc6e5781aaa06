package io.agencytasks.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** A request's body. */
sealed interface Body {
  int LIMIT = 10 * 1024 * 1024;

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Read(byte[] bytes) implements Body {}

  /** More than the limit: not read, or not to its end. */
  record TooLarge() implements Body {}

  static Body read(HttpExchange exchange) throws IOException {
    String announced = exchange.getRequestHeaders().getFirst("Content-Length");
    if (announced != null && Long.parseLong(announced) > LIMIT) {
      return new TooLarge();
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(LIMIT + 1);
    return bytes.length > LIMIT ? new TooLarge() : new Read(bytes);
  }
}
