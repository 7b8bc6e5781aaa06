package io.agencytasks.local.sns;

import io.agencytasks.local.sns.Notification.Attribute;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What Publish was sent, read as strictly as AWS reads it. */
record Publish(Map<String, String> form) {
  private static final int MOST_CHARACTERS = 1_600;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_OF_A_SUBJECT = 100;
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern UNDERSTOOD =
      Pattern.compile(
          "Action|Version|PhoneNumber|TopicArn|Subject|Message|MessageAttributes\\.entry\\.\\d+\\.(Name|Value\\.(DataType|StringValue))");

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
    if (text().isEmpty()) {
      throw Refusal.invalidParameter("Empty message");
    }
    if (isForATopic()) {
      checkForATopic();
    } else {
      checkForANumber();
    }
    return this;
  }

  private void checkForATopic() {
    if (form.containsKey("PhoneNumber")) {
      throw Refusal.invalidParameter("TopicArn or PhoneNumber Reason: both were given");
    }
    if (text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.invalidParameter("Message too long");
    }
    if (subject().filter(it -> it.isEmpty() || it.length() > MOST_OF_A_SUBJECT).isPresent()) {
      throw Refusal.invalidParameter("Subject");
    }
  }

  private void checkForANumber() {
    if (!NUMBER.matcher(number()).matches()) {
      throw Refusal.invalidParameter(
          "PhoneNumber Reason: %s is not valid to publish to".formatted(number()));
    }
    if (text().codePointCount(0, text().length()) > MOST_CHARACTERS) {
      throw Refusal.invalidParameter("Message too long");
    }
  }

  boolean isForATopic() {
    return form.containsKey("TopicArn");
  }

  String topicArn() {
    return form.getOrDefault("TopicArn", "");
  }

  Optional<String> subject() {
    return Optional.ofNullable(form.get("Subject"));
  }

  /** Those with a name and a text; SNS has binary ones, too, which are not understood here. */
  Map<String, Attribute> attributes() {
    Map<String, Attribute> attributes = new TreeMap<>();
    for (int entry = 1; form.containsKey(attribute(entry, "Name")); entry++) {
      attributes.put(
          form.getOrDefault(attribute(entry, "Name"), ""),
          new Attribute(
              form.getOrDefault(attribute(entry, "Value.DataType"), ""),
              form.getOrDefault(attribute(entry, "Value.StringValue"), "")));
    }
    return attributes;
  }

  private static String attribute(int entry, String part) {
    return "MessageAttributes.entry.%d.%s".formatted(entry, part);
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
