package io.agencytasks.local.sqs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The event that Lambda makes of a batch of messages. */
record SqsEvent(String queueArn, String region, List<Message> messages) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    ObjectNode event = JSON.createObjectNode();
    var records = event.putArray("Records");
    messages.forEach(message -> write(message, records.addObject()));
    return event.toString();
  }

  private void write(Message message, ObjectNode to) {
    to.put("messageId", message.messageId());
    to.put("receiptHandle", message.receiptHandle());
    to.put("body", message.body());
    ObjectNode system = to.putObject("attributes");
    message.attributesAsStrings().forEach(system::put);
    ObjectNode own = to.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> write(value, own.putObject(name)));
    if (message.md5OfMessageAttributes() != null) {
      to.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
    }
    to.put("md5OfBody", message.md5OfBody());
    to.put("eventSource", "aws:sqs");
    to.put("eventSourceARN", queueArn);
    to.put("awsRegion", region);
  }

  private static void write(MessageAttributeValue value, ObjectNode to) {
    if (value.stringValue() != null) {
      to.put("stringValue", value.stringValue());
    }
    if (value.binaryValue() != null) {
      to.put("binaryValue", Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
    }
    to.putArray("stringListValues");
    to.putArray("binaryListValues");
    to.put("dataType", value.dataType());
  }
}
