package io.agencytasks.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What goes back to the client. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out: never compared, never changed
record Answer(int status, List<Header> headers, byte[] body) {
  static final Answer NOT_FOUND = message(404, "Not Found");
  static final Answer BODY_TOO_LARGE = message(413, "Request Entity Too Large");
  static final Answer TOO_MANY_REQUESTS = message(429, "Too Many Requests");
  static final Answer HEAD_TOO_LARGE = message(431, "Request Header Fields Too Large");
  static final Answer INTERNAL_SERVER_ERROR = message(500, "Internal Server Error");
  static final Answer SERVICE_UNAVAILABLE = message(503, "Service Unavailable");

  record Header(String name, String value) {}

  static Answer unauthorized(String challenge) {
    return message(401, "Unauthorized", new Header("www-authenticate", challenge));
  }

  static Answer forbidden(String challenge) {
    return message(403, "Forbidden", new Header("www-authenticate", challenge));
  }

  private static Answer message(int status, String message, Header... more) {
    var json = new Header("content-type", "application/json");
    return new Answer(
        status,
        Stream.concat(Stream.of(json), Stream.of(more)).toList(),
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }
}
