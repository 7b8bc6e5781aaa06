package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.template.Stack;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail as large as SES takes, in half of the memory that the smallest sensible function has. */
class LargeMailTest {
  private static final int FILES = 4;
  private static final int BYTES_OF_A_FILE = 7 * 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void a_mail_of_40_megabytes_to_two_owners_is_taken_in_with_256_megabytes() throws Exception {
    var ours = new LetterBox(Caller.somebody());
    var theirs = new LetterBox(Caller.somebody());
    var notice = SesNotice.of(ours.address(), theirs.address()).with(mail());

    assertThat(heard(notice)).endsWith("true");

    for (LetterBox box : new LetterBox[] {ours, theirs}) {
      JsonNode attachments = box.message(1).path("attachments");
      assertThat(attachments).hasSize(FILES);
      assertThat(attachments)
          .allSatisfy(it -> assertThat(it.path("bytes").asInt()).isEqualTo(BYTES_OF_A_FILE));
    }
  }

  private static byte[] mail() {
    var mail = new ByteArrayOutputStream();
    mail.writeBytes("Content-Type: multipart/mixed; boundary=b\r\n".getBytes(US_ASCII));
    byte[] file = Base64.getMimeEncoder().encode(new byte[BYTES_OF_A_FILE]);
    for (int n = 1; n <= FILES; n++) {
      mail.writeBytes(
          """
          \r
          --b\r
          Content-Disposition: attachment; filename=file-%d\r
          Content-Transfer-Encoding: base64\r
          \r
          """
              .formatted(n)
              .getBytes(US_ASCII));
      mail.writeBytes(file);
    }
    mail.writeBytes("\r\n--b--\r\n".getBytes(US_ASCII));
    assertThat(mail.size()).isBetween(38_000_000, 42_000_000);
    return mail.toByteArray();
  }

  private String heard(SesNotice notice) throws Exception {
    Path event = Files.writeString(folder.resolve("event.json"), notice.heard().toString());
    Path output = folder.resolve("output.txt");
    var java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "--class-path",
                System.getProperty("java.class.path"),
                ReceivingProcess.class.getName(),
                event.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    java.environment().putAll(environment());
    var process = java.start();
    if (!process.waitFor(240, SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(output).strip();
  }

  /** What the function is told, and where its SDK clients find everything. */
  private static Map<String, String> environment() {
    var cloud = SharedCloud.cloud();
    Stack.Function function =
        cloud.stack().functions().stream()
            .filter(it -> it.name().equals("ReceiveMail"))
            .findFirst()
            .orElseThrow();
    var environment = new HashMap<>(function.environment());
    environment.put("AWS_REGION", System.getProperty("aws.region"));
    environment.put("AWS_ACCESS_KEY_ID", System.getProperty("aws.accessKeyId"));
    environment.put("AWS_SECRET_ACCESS_KEY", System.getProperty("aws.secretAccessKey"));
    environment.put("AWS_ENDPOINT_URL_RDS_DATA", cloud.dataApi().uri().toString());
    environment.put("AWS_ENDPOINT_URL_S3", cloud.s3().uri().toString());
    environment.put("AWS_ENDPOINT_URL_SQS", cloud.sqs().uri().toString());
    return environment;
  }
}
