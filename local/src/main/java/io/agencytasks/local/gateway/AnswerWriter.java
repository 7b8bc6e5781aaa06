package io.agencytasks.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Puts an answer on the wire. */
final class AnswerWriter {
  /** How much of a body that nobody wants is taken in, so that its sender reads the answer. */
  private static final long DRAINED_BYTES = 64L * 1024 * 1024;

  private static final int CHUNK_BYTES = 64 * 1024;
  private static final long NO_BODY = -1;

  private AnswerWriter() {}

  static void write(Answer answer, String requestId, HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    answer.headers().forEach(h -> headers.add(h.name(), h.value()));
    headers.set("apigw-requestid", requestId);
    int length = answer.body().length;
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("content-length", Integer.toString(length));
      exchange.sendResponseHeaders(answer.status(), NO_BODY);
    } else if (length == 0 || answer.status() == 204 || answer.status() == 304) {
      exchange.sendResponseHeaders(answer.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(answer.status(), length);
      OutputStream out = exchange.getResponseBody();
      out.write(answer.body());
      out.flush();
      drain(exchange.getRequestBody());
    }
  }

  private static void drain(InputStream unread) throws IOException {
    var chunk = new byte[CHUNK_BYTES];
    long left = DRAINED_BYTES;
    int read = unread.read(chunk);
    while (read >= 0 && left > 0) {
      left -= read;
      read = unread.read(chunk);
    }
  }
}
