package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.notification.Mail;
import io.agencytasks.domain.notification.Mailer;
import io.agencytasks.domain.notification.TextMessage;
import io.agencytasks.domain.notification.Texter;
import io.agencytasks.functions.executors.notification.Recipient.ByMail;
import io.agencytasks.functions.executors.notification.Recipient.BySms;
import io.agencytasks.functions.executors.notification.Recipient.ByWebhook;
import jakarta.inject.Singleton;

/** All the ways to tell somebody something. */
@Singleton
final class Senders {
  private final Mailer mailer;
  private final Texter texter;
  private final Webhooks webhooks;

  Senders(Mailer mailer, Texter texter, Webhooks webhooks) {
    this.mailer = mailer;
    this.texter = texter;
    this.webhooks = webhooks;
  }

  /** Tells one recipient, once. */
  Delivery tell(Recipient recipient, Message message, ClaimedExecution execution)
      throws InterruptedException {
    return switch (recipient) {
      case ByMail(var address) ->
          mailer.send(new Mail(address, message.subject(), message.text(), message.html()));
      case BySms(var number) -> texter.send(new TextMessage(number, message.text()));
      case ByWebhook webhook -> webhooks.tell(webhook, message.payload(), execution);
    };
  }
}
