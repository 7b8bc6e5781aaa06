package io.agencytasks.local.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a token request from JSON, strictly. */
final class TokenRequestReader {
  private static final Set<String> FIELDS =
      Set.of("subject", "email", "name", "scope", "expiresIn");

  private final ObjectMapper json =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Reads a request's body.
   *
   * @throws IllegalArgumentException with a sentence for whoever asked
   */
  TokenRequest read(byte[] body) {
    JsonNode asked = parse(body);
    if (!asked.isObject()) {
      throw new IllegalArgumentException("Send a JSON object such as {\"subject\":\"alice\"}.");
    }
    var unknown = new TreeSet<String>();
    asked.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no field "
              + unknown.first()
              + ", only subject, email, name, scope, expiresIn.");
    }
    return new TokenRequest(
        text(asked, "subject")
            .orElseThrow(() -> new IllegalArgumentException("subject is missing.")),
        text(asked, "email"),
        text(asked, "name"),
        text(asked, "scope").orElse(TokenRequest.DEFAULT_SCOPE),
        lifetime(asked));
  }

  private JsonNode parse(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("This is not JSON, or a field is there twice.", e);
    }
  }

  private static Optional<String> text(JsonNode asked, String field) {
    JsonNode value = asked.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " must be a string.");
    }
    return Optional.of(value.textValue());
  }

  private static Duration lifetime(JsonNode asked) {
    JsonNode value = asked.path("expiresIn");
    if (value.isMissingNode()) {
      return TokenRequest.DEFAULT_LIFETIME;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("expiresIn must be a whole number of seconds.");
    }
    return Duration.ofSeconds(value.longValue());
  }
}
