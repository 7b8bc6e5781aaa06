package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Queue;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Reads an event of type {@code SQS}; what is not given is as Lambda has it by default. */
record QueueMessagesReader(List<Queue> queues) {
  private static final int LARGEST_BATCH_AT_ONCE = 10;
  private static final String PARTIAL_RESPONSES = "ReportBatchItemFailures";
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "BatchSize",
          "FunctionResponseTypes",
          "MaximumBatchingWindowInSeconds",
          "Queue",
          "ScalingConfig");

  QueueMessages read(Resource event, Duration functionTimeout) {
    var properties = event.properties(UNDERSTOOD);
    var queue = queue(properties);
    if (queue.visibilityTimeout().compareTo(functionTimeout) < 0) {
      throw properties.refuse(
          "Queue",
          "shows its messages again after %d seconds, before the function's timeout of %d."
              .formatted(queue.visibilityTimeout().toSeconds(), functionTimeout.toSeconds()));
    }
    var batchSize = properties.number("BatchSize", 1, 10_000, LARGEST_BATCH_AT_ONCE);
    var window = properties.seconds("MaximumBatchingWindowInSeconds", 0, 300, 0);
    if (batchSize > LARGEST_BATCH_AT_ONCE && window.isZero()) {
      throw properties.refuse(
          "BatchSize", "over 10 needs MaximumBatchingWindowInSeconds of at least 1.");
    }
    return new QueueMessages(
        queue.arn(), batchSize, window, concurrency(properties), partial(properties));
  }

  private Queue queue(Properties properties) {
    var arn = properties.text("Queue");
    return queues.stream()
        .filter(queue -> queue.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> properties.refuse("Queue", "is no queue of this template."));
  }

  private static int concurrency(Properties properties) {
    return properties
        .nested("ScalingConfig", Set.of("MaximumConcurrency"))
        .number("MaximumConcurrency", 2, 1000);
  }

  private static boolean partial(Properties properties) {
    var types = properties.texts("FunctionResponseTypes");
    types.stream()
        .filter(type -> !type.equals(PARTIAL_RESPONSES))
        .forEach(
            type -> {
              throw properties.refuse(
                  "FunctionResponseTypes", "may hold " + PARTIAL_RESPONSES + ", not " + type + ".");
            });
    return !types.isEmpty();
  }
}
