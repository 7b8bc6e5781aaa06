package io.agencytasks.functions.queue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;

/** What a batch of bells is answered with. */
final class RungAgain {
  static final SQSBatchResponse NONE = new SQSBatchResponse(List.of());

  private RungAgain() {}

  /** They ring again once the queue's visibility timeout is over. */
  static SQSBatchResponse all(SQSEvent bells) {
    return new SQSBatchResponse(
        bells.getRecords().stream()
            .map(bell -> new BatchItemFailure(bell.getMessageId()))
            .toList());
  }
}
