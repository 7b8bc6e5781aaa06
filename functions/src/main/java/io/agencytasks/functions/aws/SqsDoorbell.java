package io.agencytasks.functions.aws;

import io.agencytasks.domain.sweep.DoorbellQueue;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.TaskId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
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

  /** As many as SQS takes in one call. */
  private static final int BATCH = 10;

  /** Enough to wake every executor; each goes on for as long as there is work. */
  private static final int MOST_BELLS = 100;

  private final SqsClient sqs;
  private final QueueSettings queue;
  private final Clock clock;

  SqsDoorbell(SqsClient sqs, QueueSettings queue, Clock clock) {
    this.sqs = sqs;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void ring(TaskId cause) {
    send(List.of(entry(cause, "{\"task\":%d}".formatted(cause.value()), Duration.ZERO)));
  }

  @Override
  public void ring(List<TaskId> causes) {
    inBatches(
        causes.subList(0, Math.min(MOST_BELLS, causes.size())),
        cause -> entry(cause, "{\"task\":%d}".formatted(cause.value()), Duration.ZERO));
  }

  @Override
  public void ringAt(List<Due> due) {
    inBatches(due, this::entry);
  }

  /** Whole seconds are all that SQS holds back; the rest is for whoever hears it to wait. */
  private SendMessageBatchRequestEntry entry(Due due) {
    var body =
        "{\"task\":%d,\"due\":\"%s\"}"
            .formatted(due.task().value(), clock.instant().plus(due.in()));
    return entry(due.task(), body, due.in());
  }

  private static SendMessageBatchRequestEntry entry(TaskId cause, String body, Duration delay) {
    var held = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    return SendMessageBatchRequestEntry.builder()
        .id(Long.toString(cause.value()))
        .messageBody(body)
        .delaySeconds((int) held.toSeconds())
        .build();
  }

  private <T> void inBatches(List<T> causes, Function<T, SendMessageBatchRequestEntry> entry) {
    for (int i = 0; i < causes.size(); i += BATCH) {
      var batch = causes.subList(i, Math.min(i + BATCH, causes.size()));
      send(batch.stream().map(entry).toList());
    }
  }

  private void send(List<SendMessageBatchRequestEntry> entries) {
    try {
      sqs.sendMessageBatch(batch -> batch.queueUrl(queue.queueUrl()).entries(entries));
    } catch (SdkException unheard) {
      log.atWarn()
          .addKeyValue("task", entries.getFirst().id())
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
