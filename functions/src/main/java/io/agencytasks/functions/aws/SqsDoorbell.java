package io.agencytasks.functions.aws;

import io.agencytasks.domain.sweep.DoorbellQueue;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.TaskId;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Doorbells as SQS messages. */
@Singleton
final class SqsDoorbell implements Doorbell, DoorbellQueue {
  private static final Logger log = LoggerFactory.getLogger(SqsDoorbell.class);

  /** The longest that SQS holds a message back. */
  private static final Duration MAX_DELAY = Duration.ofMinutes(15);

  private final SqsClient sqs;
  private final QueueSettings queue;

  SqsDoorbell(SqsClient sqs, QueueSettings queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  @Override
  public void ring(TaskId cause, Duration delay) {
    var held = delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY;
    try {
      sqs.sendMessage(
          message ->
              message
                  .queueUrl(queue.queueUrl())
                  .messageBody("{\"task\":%d}".formatted(cause.value()))
                  .delaySeconds((int) held.plusNanos(999_999_999).toSeconds()));
    } catch (SdkException unheard) {
      log.atWarn()
          .addKeyValue("task", cause.value())
          .setCause(unheard)
          .log("doorbell not rung: the sweep will make up for it");
    }
  }

  @Override
  public int depth() {
    var counts =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue.queueUrl())
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes();
    return Integer.parseInt(
        counts.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }
}
