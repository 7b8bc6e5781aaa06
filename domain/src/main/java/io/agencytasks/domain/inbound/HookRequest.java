package io.agencytasks.domain.inbound;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has sent to a webhook's URL.
 *
 * @param headers by their names in small letters
 * @param token that the URL carries
 */
public record HookRequest(
    UUID publicId, Map<String, String> headers, Optional<String> token, MessageBody body) {

  /** A header; empty where there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
