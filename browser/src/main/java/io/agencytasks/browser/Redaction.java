package io.agencytasks.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes what is secret out of what is kept, in the spellings in which pages repeat it. */
record Redaction(List<String> secrets) {
  private static final String INSTEAD = "•••";

  static Redaction of(Collection<String> values) {
    return new Redaction(
        values.stream()
            .filter(value -> !value.isBlank())
            .flatMap(Redaction::spellings)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  String of(String text) {
    var redacted = text;
    for (var secret : secrets) {
      redacted = redacted.replace(secret, INSTEAD);
    }
    return redacted;
  }

  /** The ways in which pages write a value. */
  static Stream<String> spellings(String value) {
    var html = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return Stream.of(
        value,
        value.strip(),
        html,
        html.replace("\"", "&quot;"),
        value.replace("\\", "\\\\").replace("\"", "\\\""),
        URLEncoder.encode(value, UTF_8),
        URLEncoder.encode(value, UTF_8).replace("+", "%20"));
  }
}
