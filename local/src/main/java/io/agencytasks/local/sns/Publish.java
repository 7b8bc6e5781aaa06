package io.agencytasks.local.sns;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What Publish was sent, read as strictly as AWS reads it. */
record Publish(Map<String, String> form) {
  private static final int MOST_CHARACTERS = 1_600;
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern UNDERSTOOD =
      Pattern.compile(
          "Action|Version|PhoneNumber|Message|MessageAttributes\\.entry\\.\\d+\\.(Name|Value\\.(DataType|StringValue))");

  static Publish of(byte[] body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return new Publish(form);
  }

  /** Refuses what AWS may know, and this does not: nothing is left out in silence. */
  Publish checked() {
    String action = form.getOrDefault("Action", "");
    if (!action.equals("Publish")) {
      throw Refusal.invalidAction(action);
    }
    for (String name : form.keySet()) {
      if (!UNDERSTOOD.matcher(name).matches()) {
        throw Refusal.invalidParameter(name + " Reason: it is not understood on a laptop");
      }
    }
    if (!NUMBER.matcher(number()).matches()) {
      throw Refusal.invalidParameter(
          "PhoneNumber Reason: %s is not valid to publish to".formatted(number()));
    }
    if (text().isEmpty()) {
      throw Refusal.invalidParameter("Empty message");
    }
    if (text().codePointCount(0, text().length()) > MOST_CHARACTERS) {
      throw Refusal.invalidParameter("Message too long");
    }
    return this;
  }

  String number() {
    return form.getOrDefault("PhoneNumber", "");
  }

  String text() {
    return form.getOrDefault("Message", "");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.invalidParameter("the form cannot be decoded");
    }
  }
}
