package io.agencytasks.local.secretsmanager;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** What an operation was sent, read as strictly as AWS reads it. */
record Call(JsonNode sent) {
  private static final int MOST_VALUE_BYTES = 65_536;
  private static final String NAME = "[A-Za-z0-9/_+=.@!-]{1,512}";

  /** Refuses what AWS may know, and this does not: nothing is left out in silence. */
  Call understanding(String... members) {
    Set<String> understood = Set.of(members);
    sent.fieldNames()
        .forEachRemaining(
            member -> {
              if (!understood.contains(member)) {
                throw Refusal.invalidParameter(member + " is not understood on a laptop.");
              }
            });
    return this;
  }

  /** The name of a secret that is to be made. */
  String name() {
    String name = required("Name");
    if (!name.matches(NAME)) {
      throw Refusal.validation(
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
              + " following: -/_+=.@!");
    }
    return name;
  }

  /** A secret's name, or its ARN. */
  String secretId() {
    return required("SecretId");
  }

  String value() {
    String value = required("SecretString");
    if (value.getBytes(StandardCharsets.UTF_8).length > MOST_VALUE_BYTES) {
      throw Refusal.validation(
          "1 validation error detected: Value at 'secretString' failed to satisfy constraint:"
              + " Member must have length less than or equal to "
              + MOST_VALUE_BYTES);
    }
    return value;
  }

  /** What tells a repeat of the same call from another one; it becomes the version's id. */
  String token() {
    String token = required("ClientRequestToken");
    if (token.length() < 32 || token.length() > 64) {
      throw Refusal.invalidParameter("ClientRequestToken must be 32-64 characters long.");
    }
    return token;
  }

  boolean flag(String member) {
    return sent.path(member).asBoolean();
  }

  boolean has(String member) {
    return sent.hasNonNull(member);
  }

  int number(String member, int least, int most, int usual) {
    JsonNode number = sent.path(member);
    if (number.isMissingNode() || number.isNull()) {
      return usual;
    }
    if (!number.isInt() || number.intValue() < least || number.intValue() > most) {
      throw Refusal.validation(
          "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must be between %d and %d"
              .formatted(member, least, most));
    }
    return number.intValue();
  }

  String text(String member) {
    return sent.path(member).asText();
  }

  /** What names must begin with, any one of them; all names where no filter is given. */
  List<String> prefixes() {
    JsonNode filters = sent.path("Filters");
    if (filters.isEmpty()) {
      return List.of("");
    }
    JsonNode filter = filters.path(0);
    if (filters.size() > 1 || !filter.path("Key").asText().equals("name")) {
      throw Refusal.invalidParameter("Filters are understood on a laptop by one name only.");
    }
    return filter.path("Values").valueStream().map(JsonNode::asText).toList();
  }

  private String required(String member) {
    JsonNode value = sent.path(member);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw Refusal.validation(
          "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(member));
    }
    return value.textValue();
  }
}
