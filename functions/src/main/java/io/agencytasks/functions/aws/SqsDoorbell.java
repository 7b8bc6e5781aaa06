package io.agencytasks.functions.aws;

import io.agencytasks.domain.sweep.DoorbellQueue;
import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.Lane;
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

  /** Enough to wake every executor of a lane; each goes on for as long as there is work. */
  private static final int MOST_BELLS = 100;

  private final SqsClient sqs;
  private final QueueSettings queues;
  private final Clock clock;

  SqsDoorbell(SqsClient sqs, QueueSettings queues, Clock clock) {
    this.sqs = sqs;
    this.queues = queues;
    this.clock = clock;
  }

  @Override
  public void ring(Bell cause) {
    send(cause.lane(), List.of(entry(cause)));
  }

  @Override
  public void ring(List<Bell> causes) {
    inBatches(causes, MOST_BELLS, Bell::lane, SqsDoorbell::entry);
  }

  @Override
  public void ringAt(List<Due> due) {
    inBatches(due, due.size(), Due::lane, this::entry);
  }

  /** Whole seconds are all that SQS holds back; the rest is for whoever hears it to wait. */
  private SendMessageBatchRequestEntry entry(Due due) {
    var body =
        "{\"task\":%d,\"due\":\"%s\"}"
            .formatted(due.task().value(), clock.instant().plus(due.in()));
    return entry(due.task(), body, due.in());
  }

  private static SendMessageBatchRequestEntry entry(Bell cause) {
    return entry(cause.task(), "{\"task\":%d}".formatted(cause.task().value()), Duration.ZERO);
  }

  private static SendMessageBatchRequestEntry entry(TaskId cause, String body, Duration delay) {
    var held = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    return SendMessageBatchRequestEntry.builder()
        .id(Long.toString(cause.value()))
        .messageBody(body)
        .delaySeconds((int) held.toSeconds())
        .build();
  }

  /** As many of each lane at the most. */
  private <T> void inBatches(
      List<T> causes,
      int atMost,
      Function<T, Lane> lane,
      Function<T, SendMessageBatchRequestEntry> entry) {
    for (var each : Lane.values()) {
      var ofLane =
          causes.stream().filter(cause -> lane.apply(cause) == each).limit(atMost).toList();
      for (int i = 0; i < ofLane.size(); i += BATCH) {
        var batch = ofLane.subList(i, Math.min(i + BATCH, ofLane.size()));
        send(each, batch.stream().map(entry).toList());
      }
    }
  }

  private void send(Lane lane, List<SendMessageBatchRequestEntry> entries) {
    try {
      sqs.sendMessageBatch(batch -> batch.queueUrl(queues.urlOf(lane)).entries(entries));
    } catch (SdkException unheard) {
      log.atWarn()
          .addKeyValue("task", entries.getFirst().id())
          .setCause(unheard)
          .log("doorbell not rung: the sweep will make up for it");
    }
  }

  @Override
  public int depth(Lane lane) {
    var counts =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(queues.urlOf(lane))
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes();
    return Integer.parseInt(
        counts.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }
}
