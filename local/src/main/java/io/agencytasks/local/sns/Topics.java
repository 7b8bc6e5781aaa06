package io.agencytasks.local.sns;

import io.agencytasks.local.lambda.AsyncInvocations;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.TopicMessages;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stack's topics: whatever is published to one invokes the functions that subscribe to it. */
public final class Topics implements AutoCloseable {
  private final Map<String, List<Subscription>> subscriptions;
  private final AsyncInvocations invocations;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /** A function that hears a topic. */
  private record Subscription(String function, String arn) {}

  /**
   * The topics, with those of the functions that subscribe to them.
   *
   * @param ids makes the ids of messages and subscriptions
   */
  public Topics(
      List<Stack.Topic> topics,
      List<Stack.Function> functions,
      Lambda lambda,
      Clock clock,
      Supplier<UUID> ids) {
    this.invocations = new AsyncInvocations(lambda);
    this.clock = clock;
    this.ids = ids;
    this.subscriptions =
        topics.stream()
            .map(Stack.Topic::arn)
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), topic -> subscriptions(topic, functions)));
  }

  /** Whether there is this one. */
  public boolean has(String topicArn) {
    return subscriptions.containsKey(topicArn);
  }

  /**
   * Publishes a message and returns at once; a function that fails on it is tried twice more.
   *
   * @param subject empty where there is none
   * @return its id
   * @throws IllegalArgumentException when there is no such topic
   */
  public UUID publish(String topicArn, String subject, String message) {
    return publish(
        topicArn,
        new Notification(
            ids.get(),
            topicArn,
            Optional.of(subject).filter(it -> !it.isEmpty()),
            message,
            Map.of(),
            clock.instant()));
  }

  UUID publish(String topicArn, Notification notification) {
    List<Subscription> heard = subscriptions.get(topicArn);
    if (heard == null) {
      throw new IllegalArgumentException("The template has no topic " + topicArn);
    }
    for (Subscription subscription : heard) {
      invocations.invoke(subscription.function(), notification.event(subscription.arn()));
    }
    return notification.id();
  }

  /** Tries nothing again, and gives what runs some seconds to end. */
  @Override
  public void close() {
    invocations.close();
  }

  private List<Subscription> subscriptions(String topic, List<Stack.Function> functions) {
    return functions.stream()
        .flatMap(
            function ->
                function.triggers().stream()
                    .flatMap(
                        it -> it instanceof TopicMessages messages ? Stream.of(messages) : null)
                    .filter(messages -> messages.topicArn().equals(topic))
                    .map(_ -> new Subscription(function.name(), topic + ":" + ids.get())))
        .toList();
  }
}
