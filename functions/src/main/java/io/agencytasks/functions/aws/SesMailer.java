package io.agencytasks.functions.aws;

import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.notification.Mail;
import io.agencytasks.domain.notification.Mailer;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;

/** Mail by SES. */
@Singleton
final class SesMailer implements Mailer {
  private static final SendFailure FAILURE =
      new SendFailure(
          "SES", "The address may be wrong, or whoever runs this has not verified the sender.");

  private final SesV2Client ses;
  private final MailSettings settings;

  SesMailer(SesV2Client ses, MailSettings settings) {
    this.ses = ses;
    this.settings = settings;
  }

  @Override
  public Delivery send(Mail mail) throws InterruptedException {
    try {
      var answer =
          ses.sendEmail(
              email ->
                  email
                      .fromEmailAddress(settings.from())
                      .destination(to -> to.toAddresses(mail.to().value()))
                      .content(content -> content.simple(message(mail))));
      return new Delivery.Accepted(answer.messageId());
    } catch (SdkException failure) {
      return FAILURE.of(failure);
    }
  }

  private static Message message(Mail mail) {
    var body = Body.builder().text(content(mail.text()));
    mail.html().ifPresent(html -> body.html(content(html)));
    return Message.builder().subject(content(mail.subject())).body(body.build()).build();
  }

  private static Content content(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
  }
}
