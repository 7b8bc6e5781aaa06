package io.agencytasks.local.sns;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was published to a topic, as its subscribers get it; it is signed by nobody. */
record Notification(
    UUID id,
    String topicArn,
    Optional<String> subject,
    String message,
    Map<String, Attribute> attributes,
    Instant at) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TO_THE_MILLISECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** A message's attribute. */
  record Attribute(String type, String value) {}

  /** The event that Lambda makes of it. */
  String event(String subscriptionArn) {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode only = event.putArray("Records").addObject();
    only.put("EventSource", "aws:sns");
    only.put("EventVersion", "1.0");
    only.put("EventSubscriptionArn", subscriptionArn);
    write(only.putObject("Sns"));
    return event.toString();
  }

  private void write(ObjectNode sns) {
    sns.put("Type", "Notification");
    sns.put("MessageId", id.toString());
    sns.put("TopicArn", topicArn);
    sns.put("Subject", subject.orElse(null));
    sns.put("Message", message);
    sns.put("Timestamp", TO_THE_MILLISECOND.format(at));
    sns.put("SignatureVersion", "1");
    sns.put("Signature", "");
    sns.put("SigningCertUrl", "");
    sns.put("UnsubscribeUrl", "");
    ObjectNode named = sns.putObject("MessageAttributes");
    attributes.forEach(
        (name, attribute) ->
            named.putObject(name).put("Type", attribute.type()).put("Value", attribute.value()));
  }
}
