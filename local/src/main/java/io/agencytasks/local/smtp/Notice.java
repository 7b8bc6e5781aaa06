package io.agencytasks.local.smtp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.template.Stack.ReceiptRule;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What SES tells a topic of a mail that came in. Nothing is looked for in it: all is well, unless
 * the mail itself says otherwise in a header like {@code X-SES-Spam-Verdict: FAIL}.
 */
record Notice(
    String id, ReceiptRule rule, String key, Envelope envelope, Headers headers, Instant at) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    ObjectNode notice = JSON.createObjectNode().put("notificationType", "Received");
    write(notice.putObject("mail"));
    ObjectNode receipt = notice.putObject("receipt");
    receipt.put("timestamp", at.toString()).put("processingTimeMillis", 1);
    envelope.recipients().forEach(receipt.putArray("recipients")::add);
    verdict(receipt, "spam", rule.scanned());
    verdict(receipt, "virus", rule.scanned());
    verdict(receipt, "spf", true);
    verdict(receipt, "dkim", true);
    verdict(receipt, "dmarc", true);
    receipt
        .putObject("action")
        .put("type", "S3")
        .put("topicArn", rule.topicArn())
        .put("bucketName", rule.bucket())
        .put("objectKeyPrefix", rule.keyPrefix())
        .put("objectKey", key);
    return notice.toString();
  }

  private void write(ObjectNode mail) {
    mail.put("timestamp", at.toString()).put("source", envelope.from()).put("messageId", id);
    envelope.recipients().forEach(mail.putArray("destination")::add);
    mail.put("headersTruncated", false);
    var list = mail.putArray("headers");
    headers
        .all()
        .forEach(
            header -> list.addObject().put("name", header.name()).put("value", header.value()));
    ObjectNode common = mail.putObject("commonHeaders").put("returnPath", envelope.from());
    headers.find("From").ifPresent(common.putArray("from")::add);
    headers.find("To").ifPresent(common.putArray("to")::add);
    headers.find("Date").ifPresent(date -> common.put("date", date));
    headers.find("Message-ID").ifPresent(messageId -> common.put("messageId", messageId));
    headers.find("Subject").ifPresent(subject -> common.put("subject", subject));
  }

  private void verdict(ObjectNode receipt, String about, boolean looked) {
    Optional<String> said = headers.find("X-SES-%s-Verdict".formatted(about));
    String status =
        said.map(it -> it.toUpperCase(Locale.ROOT)).orElse(looked ? "PASS" : "DISABLED");
    receipt.putObject(about + "Verdict").put("status", status);
  }
}
