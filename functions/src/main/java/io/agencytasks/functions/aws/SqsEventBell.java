package io.agencytasks.functions.aws;

import io.agencytasks.domain.task.EventBell;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Bells for the publisher as SQS messages. */
@Singleton
final class SqsEventBell implements EventBell {
  private static final Logger log = LoggerFactory.getLogger(SqsEventBell.class);

  private final SqsClient sqs;
  private final EventBellSettings queue;

  SqsEventBell(SqsClient sqs, EventBellSettings queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  @Override
  public void ring() {
    try {
      sqs.sendMessage(message -> message.queueUrl(queue.queueUrl()).messageBody("{}"));
    } catch (SdkException unheard) {
      log.atWarn().setCause(unheard).log("event bell not rung: the sweep will make up for it");
    }
  }
}
