package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as a program of others' writes and sends it: Python's own library. */
class ForeignMailTest {
  private static final String SCRIPT =
      """
      import smtplib, sys
      from email.message import EmailMessage
      host, port, to = sys.argv[1:]
      mail = EmailMessage()
      mail["From"] = "Änn <Ann@Example.com>"
      mail["To"] = to
      mail["Subject"] = "Zwei Tische für Köln ✓ #high"
      mail["Message-ID"] = "<python-1@example.com>"
      mail.set_content("Schöne Grüße.\\n\\n-- \\nÄnn, Einkauf\\n")
      mail.add_alternative("<p>Schöne Grüße.</p>", subtype="html")
      mail.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf",
                          filename="Änderung März.pdf")
      with smtplib.SMTP(host, int(port)) as smtp:
          print(smtp.send_message(mail))
      """;

  @TempDir private Path folder;

  @Test
  void a_mail_becomes_a_task_that_the_bot_does_and_shows_what_came_with_it() throws Exception {
    var owner = AnOwner.somebody();
    var box =
        new LetterBox(
            owner.caller(), "{\"taskType\": \"reminder\", \"metadata\": {\"a\": 1}}", "{}");

    assertThat(send(box.address())).isEqualTo("{}");

    JsonNode task = owner.caller().ended(box.message(1).at("/task/id").asLong());
    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("completed");
    assertThat(task.path("title").asText()).isEqualTo("Zwei Tische für Köln ✓");
    assertThat(task.path("description").asText()).isEqualTo("Schöne Grüße.");
    assertThat(task.path("originalMessage").asText()).isEqualTo("Schöne Grüße.");
    assertThat(task.path("priority").asText()).isEqualTo("high");
    assertThat(task.path("sourceType").asText()).isEqualTo("webhook_email");
    assertThat(task.path("requiresHumanReview").asBoolean()).isFalse();
    assertThat(task.at("/metadata/a").asInt()).isEqualTo(1);
    assertThat(task.at("/metadata/attachments/0/name").asText()).isEqualTo("Anderung-Marz.pdf");
    JsonNode message = task.path("sourceMessage");
    assertThat(message.path("sender").asText()).isEqualTo("ann@example.com");
    assertThat(message.path("subject").asText()).isEqualTo("Zwei Tische für Köln ✓ #high");
    assertThat(message.at("/verdicts/complete").asBoolean()).isTrue();
    assertThat(message.at("/attachments/0/contentType").asText()).isEqualTo("application/pdf");
    var link = URI.create(message.at("/attachments/0/url").asText());
    assertThat(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString())
                .body())
        .isEqualTo("%PDF-1.7 x");
  }

  private String send(String to) throws Exception {
    URI smtp = SharedCloud.cloud().smtp();
    Path script = Files.writeString(folder.resolve("send.py"), SCRIPT);
    var process =
        new ProcessBuilder("python3", script.toString(), smtp.getHost(), "" + smtp.getPort(), to)
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return printed.strip();
  }
}
