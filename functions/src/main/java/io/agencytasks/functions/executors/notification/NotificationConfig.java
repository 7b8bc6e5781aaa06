package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.notification.Mail;
import io.agencytasks.domain.notification.TextMessage;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import io.agencytasks.functions.executors.notification.Recipient.ByMail;
import io.agencytasks.functions.executors.notification.Recipient.BySms;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a notification says, and to whom.
 *
 * @param recipients 1 to {@value RecipientsField#MAX}, none twice
 * @param subject of mails, which need one; webhooks are sent it, too
 * @param text at most {@value Mail#MAX_TEXT} characters, and {@value TextMessage#MAX_TEXT} where it
 *     is sent as a text message
 * @param html of mails
 * @param onUncertain what to do when nobody knows whether somebody was told
 */
record NotificationConfig(
    List<Recipient> recipients,
    Optional<String> subject,
    String text,
    Optional<String> html,
    OnUncertain onUncertain) {

  private static final String SUBJECT = "subject";
  private static final String TEXT = "text";
  private static final String HTML = "html";
  private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}\\u0085\\u2028\\u2029]*");

  static Decoded<NotificationConfig> decode(Json json) {
    var fields = ConfigFields.of(json);
    var recipients = RecipientsField.read(fields);
    boolean mail = recipients.stream().anyMatch(ByMail.class::isInstance);
    boolean sms = recipients.stream().anyMatch(BySms.class::isInstance);
    var subject = bounded(SUBJECT, Mail.MAX_SUBJECT, fields);
    if (subject.isPresent() && !LINE.matcher(subject.get()).matches()) {
      fields.fault(SUBJECT, "must be one line");
    }
    if (mail) {
      fields.require(SUBJECT);
    }
    fields.require(TEXT);
    var text = bounded(TEXT, sms ? TextMessage.MAX_TEXT : Mail.MAX_TEXT, fields);
    var html = bounded(HTML, Mail.MAX_TEXT, fields);
    if (html.isPresent() && !mail && !recipients.isEmpty()) {
      fields.fault(HTML, "must be left out: no recipient is told by email");
    }
    var onUncertain = fields.choice("onUncertain", OnUncertain.class).orElse(OnUncertain.ASK);
    var faults = fields.faults();
    return faults.isEmpty()
        ? new Decoded.Valid<>(
            new NotificationConfig(recipients, subject, text.orElseThrow(), html, onUncertain))
        : new Decoded.Invalid<>(faults);
  }

  /** A text that says something, and not too much. */
  static Optional<String> bounded(String name, int atMost, ConfigFields fields) {
    var text = fields.text(name);
    text.ifPresent(
        it -> {
          if (it.isBlank()) {
            fields.fault(name, "must not be blank");
          } else if (it.codePointCount(0, it.length()) > atMost) {
            fields.fault(name, "must be at most %,d characters".formatted(atMost));
          }
        });
    return text;
  }
}
