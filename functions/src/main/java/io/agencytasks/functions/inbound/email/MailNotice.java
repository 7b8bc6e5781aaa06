package io.agencytasks.functions.inbound.email;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.functions.json.Mappers;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SES's word that a mail came in, and where it has put it.
 *
 * @param id the same for each repeat of the notice
 * @param at when it came to SES; null where it does not say
 * @param source who its bounces go to; empty where they go to nobody
 * @param recipients in small letters, each once: those of ours, whatever the mail's To says
 */
record MailNotice(
    String id,
    @Nullable Instant at,
    String source,
    List<String> recipients,
    Verdicts verdicts,
    String bucket,
    String key) {
  private static final Pattern ID = Pattern.compile("[!-~]{1,255}");
  private static final Pattern NOBODY = Pattern.compile("(?i)|<>|mailer-daemon(@.*)?");

  /** Reads one; empty where it is none. */
  static Optional<MailNotice> of(String json) {
    try {
      return Optional.of(Mappers.forRows().readTree(json))
          .filter(notice -> notice.path("notificationType").asText().equals("Received"))
          .map(notice -> of(notice.path("mail"), notice.path("receipt")))
          .filter(MailNotice::isWhole);
    } catch (JsonProcessingException none) {
      return Optional.empty();
    }
  }

  private static MailNotice of(JsonNode mail, JsonNode receipt) {
    var action = receipt.path("action");
    return new MailNotice(
        mail.path("messageId").asText(),
        time(mail.path("timestamp").asText()),
        mail.path("source").asText().strip(),
        receipt
            .path("recipients")
            .valueStream()
            .map(recipient -> recipient.asText().strip().toLowerCase(Locale.ROOT))
            .distinct()
            .toList(),
        Verdicts.of(receipt),
        action.path("bucketName").asText(),
        action.path("objectKey").asText());
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private boolean isWhole() {
    return ID.matcher(id).matches() && !recipients.isEmpty() && !bucket.isEmpty() && !key.isEmpty();
  }

  /** Whether it tells of what became of another mail: nobody would hear what became of it. */
  boolean isBounce() {
    return NOBODY.matcher(source).matches();
  }
}
