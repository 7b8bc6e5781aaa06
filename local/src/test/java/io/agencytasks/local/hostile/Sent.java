package io.agencytasks.local.hostile;

import io.agencytasks.local.contract.Operation;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A request as API Gateway hands it to a function: with what no HTTP client would send, too.
 *
 * @param id what stands in the path for {@code {id}}, decoded
 * @param query as it was sent
 * @param headers beside the usual ones, their names in lower case
 * @param body empty for none
 * @param base64 whether the body is said to be in Base64
 */
record Sent(
    Operation operation,
    String id,
    String query,
    Map<String, String> headers,
    String body,
    boolean base64) {

  static Sent to(Operation operation, String id) {
    return new Sent(operation, id, "", Map.of(), "", false);
  }

  Sent withId(String other) {
    return new Sent(operation, other, query, headers, body, base64);
  }

  Sent withQuery(String other) {
    return new Sent(operation, id, other, headers, body, base64);
  }

  Sent withHeader(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Sent(operation, id, query, more, body, base64);
  }

  Sent withBody(String text) {
    return new Sent(operation, id, query, headers, text, false);
  }

  Sent withBase64(String text) {
    return new Sent(operation, id, query, headers, text, true);
  }

  Sent withBytes(byte[] bytes) {
    return withBase64(Base64.getEncoder().encodeToString(bytes));
  }
}
