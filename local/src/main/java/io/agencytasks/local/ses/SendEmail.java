package io.agencytasks.local.ses;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What SendEmail was sent, read as strictly as AWS reads it. */
record SendEmail(JsonNode sent) {
  private static final int MOST_RECIPIENTS = 50;
  private static final int MOST_BYTES = 40 * 1024 * 1024;

  /** Refuses what AWS may know, and this does not: nothing is left out in silence. */
  SendEmail checked() {
    understanding(sent, Set.of("FromEmailAddress", "Destination", "Content"));
    understanding(sent.path("Destination"), Set.of("ToAddresses", "CcAddresses", "BccAddresses"));
    understanding(sent.path("Content"), Set.of("Simple"));
    understanding(simple(), Set.of("Subject", "Body"));
    understanding(simple().path("Body"), Set.of("Text", "Html"));
    if (from().isEmpty()) {
      throw Refusal.badRequest("Missing required header 'From'.");
    }
    check(from());
    List<String> to = to();
    if (to.isEmpty()) {
      throw Refusal.badRequest("There must be at least one recipient.");
    }
    if (to.size() > MOST_RECIPIENTS) {
      throw Refusal.badRequest("Recipient count exceeds 50.");
    }
    to.forEach(SendEmail::check);
    checkContent();
    return this;
  }

  private void checkContent() {
    if (!simple().path("Subject").path("Data").isTextual()) {
      throw Refusal.badRequest("Missing required header 'Subject'.");
    }
    if (subject().matches("(?s).*[\\r\\n].*")) {
      throw Refusal.badRequest("Header value contains a line break.");
    }
    if (text().isEmpty() && html().isEmpty()) {
      throw Refusal.badRequest("The body must have a text or HTML.");
    }
    if (bytes(subject()) + bytes(text()) + bytes(html()) > MOST_BYTES) {
      throw Refusal.rejected("Message length is more than %d bytes long.".formatted(MOST_BYTES));
    }
  }

  String from() {
    return sent.path("FromEmailAddress").asText();
  }

  List<String> to() {
    return Stream.of("ToAddresses", "CcAddresses", "BccAddresses")
        .flatMap(kind -> sent.path("Destination").path(kind).valueStream())
        .map(JsonNode::asText)
        .toList();
  }

  String subject() {
    return simple().path("Subject").path("Data").asText();
  }

  String text() {
    return simple().path("Body").path("Text").path("Data").asText();
  }

  String html() {
    return simple().path("Body").path("Html").path("Data").asText();
  }

  private JsonNode simple() {
    return sent.path("Content").path("Simple");
  }

  private static void check(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0 || at == address.length() - 1) {
      throw Refusal.badRequest("Missing final '@domain'");
    }
    if (at == 0) {
      throw Refusal.badRequest("User name is missing");
    }
    if (!address.matches("[\\x21-\\x7e]{1,320}")) {
      throw Refusal.badRequest("Local address contains control or whitespace");
    }
  }

  private static void understanding(JsonNode object, Set<String> members) {
    object
        .fieldNames()
        .forEachRemaining(
            member -> {
              if (!members.contains(member)) {
                throw Refusal.badRequest(member + " is not understood on a laptop.");
              }
            });
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
