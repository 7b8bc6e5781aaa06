package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Queue;
import io.agencytasks.local.template.Stack.Redrive;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code AWS::SQS::Queue}; what is not given is as SQS has it by default. */
final class QueueReader {
  private static final int FOUR_DAYS = 4 * 24 * 3600;

  /** Encryption has no effect here: messages never leave the machine. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "VisibilityTimeout",
          "DelaySeconds",
          "MessageRetentionPeriod",
          "ReceiveMessageWaitTimeSeconds",
          "RedrivePolicy",
          "SqsManagedSseEnabled");

  private final Surroundings here;
  private final Set<String> arns;

  private QueueReader(Surroundings here, Set<String> arns) {
    this.here = here;
    this.arns = arns;
  }

  static List<Queue> readAll(List<Resource> queues, Surroundings here) {
    var arns =
        queues.stream().map(queue -> here.queueArn(queue.name())).collect(Collectors.toSet());
    var reader = new QueueReader(here, arns);
    return queues.stream().map(reader::read).toList();
  }

  private Queue read(Resource queue) {
    var properties = queue.properties(UNDERSTOOD);
    return new Queue(
        queue.name(),
        here.queueArn(queue.name()),
        properties.seconds("VisibilityTimeout", 0, 43_200, 30),
        properties.seconds("DelaySeconds", 0, 900, 0),
        properties.seconds("MessageRetentionPeriod", 60, 1_209_600, FOUR_DAYS),
        properties.seconds("ReceiveMessageWaitTimeSeconds", 0, 20, 0),
        properties
            .findNested("RedrivePolicy", Set.of("deadLetterTargetArn", "maxReceiveCount"))
            .map(this::redrive));
  }

  private Redrive redrive(Properties policy) {
    var target = policy.text("deadLetterTargetArn");
    if (!arns.contains(target)) {
      throw policy.refuse("deadLetterTargetArn", "is no queue of this template.");
    }
    return new Redrive(target, policy.number("maxReceiveCount", 1, 1000));
  }
}
