package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.functions.executors.ConfigFields;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes fields of a configuration over into a body, each checked, under the same name. */
final class BodyFields {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MAX_CUSTOM_FIELDS = 50;
  private static final int MAX_CUSTOM_VALUE = 2_000;

  private final ConfigFields config;
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();

  BodyFields(ConfigFields config) {
    this.config = config;
  }

  ObjectNode body() {
    return body;
  }

  /** The id of something there, which is part of the path and must be there. */
  static String id(String name, ConfigFields config) {
    config.require(name);
    return checkedId(name, config).orElse("");
  }

  private static Optional<String> checkedId(String name, ConfigFields config) {
    return checked(
        name, it -> ID.matcher(it).matches(), "must be 1 to 64 letters, digits, _ and -", config);
  }

  static Optional<String> text(String name, int most, ConfigFields config) {
    return checked(
        name,
        it -> !it.isBlank() && it.codePointCount(0, it.length()) <= most,
        "must have 1 to %,d characters".formatted(most),
        config);
  }

  private static Optional<String> checked(
      String name, Predicate<String> rule, String fault, ConfigFields config) {
    var given = config.text(name);
    if (given.isPresent() && !rule.test(given.get())) {
      config.fault(name, fault);
    }
    return given.filter(rule);
  }

  /** Notes that this one must be there. */
  BodyFields must(String name) {
    config.require(name);
    return this;
  }

  BodyFields id(String name) {
    checkedId(name, config).ifPresent(it -> body.put(name, it));
    return this;
  }

  BodyFields text(String name, int most) {
    text(name, most, config).ifPresent(it -> body.put(name, it));
    return this;
  }

  BodyFields flag(String name) {
    config.flag(name).ifPresent(it -> body.put(name, it));
    return this;
  }

  <E extends Enum<E>> BodyFields choice(String name, Class<E> kind) {
    config.choice(name, kind).ifPresent(it -> body.put(name, it.toString()));
    return this;
  }

  /** A time with its offset, so that nobody has to guess. */
  BodyFields time(String name) {
    checked(name, BodyFields::isTime, "must be ISO 8601 with an offset or Z", config)
        .ifPresent(it -> body.put(name, it));
    return this;
  }

  /** A sum of money, or any other number that is not negative. */
  BodyFields amount(String name) {
    var given = config.value(name);
    Predicate<JsonNode> rule = it -> it.isNumber() && it.decimalValue().signum() >= 0;
    if (given.isPresent() && !rule.test(given.get())) {
      config.fault(name, "must be a number, 0 or more");
    }
    given.filter(rule).ifPresent(it -> body.set(name, it));
    return this;
  }

  BodyFields texts(String name, int most, int length) {
    var given = config.value(name);
    Predicate<JsonNode> rule =
        it ->
            it.isArray()
                && !it.isEmpty()
                && it.size() <= most
                && it.valueStream()
                    .allMatch(
                        text ->
                            text.isTextual()
                                && !text.asText().isBlank()
                                && text.asText().length() <= length);
    if (given.isPresent() && !rule.test(given.get())) {
      config.fault(name, "must be 1 to %d strings of 1 to %d characters".formatted(most, length));
    }
    given.filter(rule).ifPresent(it -> body.set(name, it));
    return this;
  }

  /** Values by the ids of custom fields, which the API takes as a list. */
  BodyFields customFields() {
    config
        .value("customFields")
        .ifPresent(
            given -> {
              if (!given.isObject()
                  || given.size() > MAX_CUSTOM_FIELDS
                  || !given.propertyStream().allMatch(it -> isCustom(it.getKey(), it.getValue()))) {
                config.fault("customFields", "must be at most 50 texts by the ids of their fields");
                return;
              }
              var list = body.putArray("customFields");
              given
                  .propertyStream()
                  .forEach(
                      it ->
                          list.addObject()
                              .put("id", it.getKey())
                              .put("field_value", it.getValue().textValue()));
            });
    return this;
  }

  private static boolean isCustom(String id, JsonNode value) {
    return ID.matcher(id).matches()
        && value.isTextual()
        && value.textValue().length() <= MAX_CUSTOM_VALUE;
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeParseException malformed) {
      return false;
    }
  }
}
