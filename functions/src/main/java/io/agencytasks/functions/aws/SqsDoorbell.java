package io.agencytasks.functions.aws;

import io.agencytasks.domain.sweep.DoorbellQueue;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.TaskId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Doorbells as SQS messages. */
@Singleton
final class SqsDoorbell implements Doorbell, DoorbellQueue {
  private static final Logger log = LoggerFactory.getLogger(SqsDoorbell.class);

  /** The longest that SQS holds a message back. */
  private static final Duration MAX_DELAY = Duration.ofMinutes(15);

  /** As many as SQS takes in one call. */
  private static final int BATCH = 10;

  /** Enough to wake every executor; each goes on for as long as there is work. */
  private static final int MOST_BELLS = 100;

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
                  .messageBody(body(cause))
                  .delaySeconds((int) held.plusNanos(999_999_999).toSeconds()));
    } catch (SdkException unheard) {
      unheard(cause, unheard);
    }
  }

  @Override
  public void ring(List<TaskId> causes) {
    var heard = causes.subList(0, Math.min(MOST_BELLS, causes.size()));
    for (int i = 0; i < heard.size(); i += BATCH) {
      ringBatch(heard.subList(i, Math.min(i + BATCH, heard.size())));
    }
  }

  private void ringBatch(List<TaskId> causes) {
    var entries =
        causes.stream()
            .map(
                cause ->
                    SendMessageBatchRequestEntry.builder()
                        .id(Long.toString(cause.value()))
                        .messageBody(body(cause))
                        .build())
            .toList();
    try {
      sqs.sendMessageBatch(batch -> batch.queueUrl(queue.queueUrl()).entries(entries));
    } catch (SdkException unheard) {
      unheard(causes.getFirst(), unheard);
    }
  }

  private static String body(TaskId cause) {
    return "{\"task\":%d}".formatted(cause.value());
  }

  private static void unheard(TaskId cause, SdkException failure) {
    log.atWarn()
        .addKeyValue("task", cause.value())
        .setCause(failure)
        .log("doorbell not rung: the sweep will make up for it");
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
