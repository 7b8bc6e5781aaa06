package io.agencytasks.functions.aws;

import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.notification.TextMessage;
import io.agencytasks.domain.notification.Texter;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Text messages by SNS. */
@Singleton
final class SnsTexter implements Texter {
  private static final SendFailure FAILURE =
      new SendFailure("SNS", "The number may be wrong, or may have asked not to be written to.");

  /** Sent for its reliability, not its price. */
  private static final Map<String, MessageAttributeValue> TRANSACTIONAL =
      Map.of(
          "AWS.SNS.SMS.SMSType",
          MessageAttributeValue.builder().dataType("String").stringValue("Transactional").build());

  private final SnsClient sns;

  SnsTexter(SnsClient sns) {
    this.sns = sns;
  }

  @Override
  public Delivery send(TextMessage message) throws InterruptedException {
    try {
      var answer =
          sns.publish(
              publish ->
                  publish
                      .phoneNumber(message.to().value())
                      .message(message.text())
                      .messageAttributes(TRANSACTIONAL));
      return new Delivery.Accepted(answer.messageId());
    } catch (SdkException failure) {
      return FAILURE.of(failure);
    }
  }
}
