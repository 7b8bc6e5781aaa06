package io.agencytasks.local.sqs;

import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A mapping's queue: its batches are received by long polling, and deleted when managed. */
record PolledQueue(SqsClient client, String url, QueueMessages mapping, Clock clock) {
  private static final int MOST_PER_CALL = 10;
  private static final Duration LONG_POLL = Duration.ofSeconds(20);

  /**
   * Waits for the first message, then up to the batching window for more.
   *
   * @return empty when none came in the time of a long poll
   */
  List<Message> batch() {
    List<Message> batch = new ArrayList<>(receive(mapping.batchSize(), LONG_POLL));
    Instant windowEnds = clock.instant().plus(mapping.batchingWindow());
    while (!batch.isEmpty() && batch.size() < mapping.batchSize()) {
      Duration left = Duration.between(clock.instant(), windowEnds);
      if (!left.isPositive()) {
        break;
      }
      batch.addAll(receive(mapping.batchSize() - batch.size(), left));
    }
    return batch;
  }

  void delete(List<Message> managed) {
    for (int from = 0; from < managed.size(); from += MOST_PER_CALL) {
      List<DeleteMessageBatchRequestEntry> entries =
          managed.subList(from, Math.min(from + MOST_PER_CALL, managed.size())).stream()
              .map(PolledQueue::deletion)
              .toList();
      client.deleteMessageBatch(it -> it.queueUrl(url).entries(entries));
    }
  }

  private static DeleteMessageBatchRequestEntry deletion(Message message) {
    return DeleteMessageBatchRequestEntry.builder()
        .id(message.messageId())
        .receiptHandle(message.receiptHandle())
        .build();
  }

  private List<Message> receive(int most, Duration wait) {
    long seconds = Math.min(wait.plusMillis(999).toSeconds(), LONG_POLL.toSeconds());
    return client
        .receiveMessage(
            it ->
                it.queueUrl(url)
                    .maxNumberOfMessages(Math.min(most, MOST_PER_CALL))
                    .waitTimeSeconds(Math.toIntExact(seconds))
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }
}
