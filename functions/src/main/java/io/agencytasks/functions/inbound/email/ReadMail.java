package io.agencytasks.functions.inbound.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.agencytasks.domain.artifact.MessageFile;
import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.Intake;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.MessageContent;
import io.agencytasks.domain.inbound.MessageIds;
import io.agencytasks.domain.inbound.MessageThread;
import io.agencytasks.domain.inbound.PlainText;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.functions.inbound.Hmac;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail with what SES has said of it, as a message to any webhook that it is to. */
record ReadMail(MailNotice notice, ReceivedMail mail, List<MessageFile> attachments) {
  private static final int MOST_SENDER = 320;
  private static final int MOST_SUBJECT = 998;

  IncomingMessage to(Webhook webhook) {
    return new IncomingMessage(
        new MessageIds(
            notice.id(),
            mail.messageId().map(this::mark).orElse(null),
            mail.messageId().orElse(null)),
        sender(),
        new MessageThread(conversation(), mail.references()),
        new MessageContent(
            mail.subject().isEmpty() ? null : PlainText.of(mail.subject(), MOST_SUBJECT),
            MessageBody.text(mail.text()),
            attachments),
        notice.verdicts().json(mail.complete()),
        notice.at(),
        MailWish.of(webhook, mail.subject(), mail.text(), attachments),
        intake());
  }

  private Intake intake() {
    return notice.verdicts().intake(mail.automatic() || notice.isBounce());
  }

  /** That of From, which is what DMARC vouches for; else whom bounces go to. */
  private @Nullable String sender() {
    return mail.sender()
        .or(() -> Optional.of(notice.source()).filter(source -> !notice.isBounce()))
        .map(sender -> PlainText.of(sender, MOST_SENDER))
        .orElse(null);
  }

  /**
   * One of its own, unless it answers something: answers to what never came here, such as what its
   * sender wrote to somebody else first, belong together by the oldest that they name.
   */
  private String conversation() {
    return mail.references().isEmpty() ? notice.id() : "re " + mail.references().getLast();
  }

  /**
   * Tells a mail that was sent twice, as happens where its sender has not heard that it arrived.
   * Its name alone would not do: whoever knows that could have another's mail taken for a repeat,
   * and so could a forgery, were it not for what is to be done with it.
   */
  private String mark(String messageId) {
    var parts =
        Stream.concat(
            Stream.of(
                messageId,
                mail.sent().orElse(""),
                mail.sender().orElse(""),
                mail.subject(),
                mail.text(),
                intake().toString()),
            attachments.stream().map(MessageFile::sha256));
    return Hmac.sha256(parts.collect(joining("\0")).getBytes(UTF_8));
  }
}
