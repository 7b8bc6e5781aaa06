package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.lambda.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** SES's notice of a mail, which can be had as often as it takes, and be forged. */
record SesNotice(ObjectNode event, ObjectNode notice) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLE = Path.of("..", "events", "ReceiveMail.json");

  /** Of a mail that is not in its bucket yet. */
  static SesNotice of(String... recipients) throws IOException {
    ObjectNode event = (ObjectNode) JSON.readTree(SAMPLE.toFile());
    JsonNode message = event.at("/Records/0/Sns/Message");
    var notice = new SesNotice(event, (ObjectNode) JSON.readTree(message.asText()));
    String id = UUID.randomUUID().toString().replace("-", "");
    notice.notice.withObject("/mail").put("messageId", id);
    notice.notice.withObject("/receipt/action").put("objectKey", "mail/" + id);
    var to = notice.notice.withObject("/receipt").putArray("recipients");
    for (String recipient : recipients) {
      to.add(recipient);
    }
    return notice;
  }

  SesNotice withVerdict(String about, String status) {
    notice.withObject("/receipt/" + about + "Verdict").put("status", status);
    return this;
  }

  /** Puts the mail where the notice says. */
  SesNotice with(byte[] mail) {
    try (var s3 = S3Client.create()) {
      String key = notice.at("/receipt/action/objectKey").asText();
      s3.putObject(put -> put.bucket("mail").key(key), RequestBody.fromBytes(mail));
    }
    return this;
  }

  SesNotice with(String mail) {
    return with(mail.getBytes(UTF_8));
  }

  /** Has it heard once. */
  Invocation hear() {
    return hear(notice.toString());
  }

  /** Has another text heard in its place. */
  Invocation hear(String message) {
    ObjectNode heard = event.deepCopy();
    heard.withObject("/Records/0/Sns").put("Message", message);
    return SharedCloud.cloud().lambda().invoke("ReceiveMail", heard.toString());
  }
}
