package io.agencytasks.functions.inbound.email;

import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.Intake;
import io.agencytasks.domain.inbound.KeptMessageReader;
import io.agencytasks.domain.inbound.Message;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.MessageContent;
import io.agencytasks.domain.inbound.MessageIds;
import io.agencytasks.domain.inbound.MessageThread;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.Webhook;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * Reads mail and text messages from their rows. Whoever asks for it wants a task of it, whatever
 * its channel wanted; who has not proven to be its sender has not done so since.
 */
@Singleton
final class KeptMailReader implements KeptMessageReader {

  @Override
  public IncomingMessage read(Webhook webhook, Message message) {
    var text = Objects.requireNonNullElse(message.body(), "");
    var subject = Objects.requireNonNullElse(message.subject(), "");
    return new IncomingMessage(
        MessageIds.external(message.externalId()),
        message.sender(),
        MessageThread.of(null),
        new MessageContent(message.subject(), MessageBody.text(text), message.attachments()),
        message.verdicts(),
        message.receivedAt(),
        MailWish.of(webhook, subject, text, message.attachments()),
        new Intake.MakeTask(isToBeReviewed(message)));
  }

  private static boolean isToBeReviewed(Message message) {
    var verdicts = message.verdicts();
    return message.source() == Channel.EMAIL
        && (verdicts == null || Verdicts.isToBeReviewed(verdicts));
  }
}
