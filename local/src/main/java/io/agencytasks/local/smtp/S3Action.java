package io.agencytasks.local.smtp;

import io.agencytasks.local.sns.Topics;
import io.agencytasks.local.template.Stack.ReceiptRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts a mail into a rule's bucket, and then tells the rule's topic. */
record S3Action(S3Client s3, Topics topics, Clock clock, Supplier<UUID> ids) {
  private static final String SUBJECT = "Amazon SES Email Receipt Notification";

  String id() {
    return ids.get().toString().replace("-", "");
  }

  void apply(String id, ReceiptRule rule, Envelope mail) {
    String key = rule.keyPrefix() + id;
    try {
      // SES puts headers of its own before the sender's.
      byte[] head = "Return-Path: <%s>\r\n".formatted(mail.from()).getBytes(StandardCharsets.UTF_8);
      long length = head.length + Files.size(mail.content());
      try (InputStream content = Files.newInputStream(mail.content());
          InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content)) {
        s3.putObject(
            put -> put.bucket(rule.bucket()).key(key), RequestBody.fromInputStream(whole, length));
      }
      var headers = Headers.of(mail.content());
      String notice = new Notice(id, rule, key, mail, headers, clock.instant()).json();
      topics.publish(rule.topicArn(), SUBJECT, notice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
