package io.agencytasks.local.sqs;

import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * An event source mapping: invokes a function with a queue's messages and deletes those that it
 * managed. The others become visible again when the queue's timeout passes.
 */
public final class QueuePoller implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(QueuePoller.class);
  private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(1);
  private static final Duration LAST_BATCHES = Duration.ofSeconds(5);

  private final String function;
  private final QueueMessages mapping;
  private final Lambda lambda;
  private final String region;
  private final PolledQueue queue;
  private final Slots slots;
  private final ExecutorService batches = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread polling;

  private QueuePoller(
      Sqs sqs,
      AwsAccount account,
      Lambda lambda,
      String function,
      QueueMessages mapping,
      Clock clock) {
    this.function = function;
    this.mapping = mapping;
    this.lambda = lambda;
    this.region = account.region();
    this.queue = new PolledQueue(sqs.client(), sqs.url(mapping.queueArn()), mapping, clock);
    this.slots = new Slots(mapping.maximumConcurrency());
    this.polling = Thread.ofVirtual().name("poller-of-" + function).unstarted(this::poll);
  }

  /** Polls from now on; the queue exists. */
  public static QueuePoller start(
      Sqs sqs,
      AwsAccount account,
      Lambda lambda,
      String function,
      QueueMessages mapping,
      Clock clock) {
    QueuePoller poller = new QueuePoller(sqs, account, lambda, function, mapping, clock);
    poller.polling.start();
    return poller;
  }

  /** Receives no more, and gives running batches some seconds to end. */
  @Override
  public void close() {
    polling.interrupt();
    try {
      polling.join();
      batches.shutdown();
      if (!batches.awaitTermination(LAST_BATCHES.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("{} still runs: left behind", function);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        slots.take();
        pollOnce();
      }
    } catch (InterruptedException e) {
      log.debug("{} gets no more messages", function);
    }
  }

  private void pollOnce() throws InterruptedException {
    List<Message> batch = receive();
    if (batch.isEmpty()) {
      slots.giveBack();
      return;
    }
    batches.execute(
        () -> {
          try {
            process(batch);
          } finally {
            slots.giveBack();
          }
        });
  }

  private List<Message> receive() throws InterruptedException {
    try {
      return queue.batch();
    } catch (SdkException e) {
      if (Thread.currentThread().isInterrupted()) {
        return List.of();
      }
      log.warn("The queue of {} cannot be reached", function, e);
      Thread.sleep(AFTER_AN_OUTAGE);
      return List.of();
    }
  }

  private void process(List<Message> batch) {
    Invocation invocation =
        lambda.invoke(function, new SqsEvent(mapping.queueArn(), region, batch).json());
    Set<String> ids = batch.stream().map(Message::messageId).collect(Collectors.toSet());
    Set<String> failures =
        BatchResponse.failures(invocation, ids, mapping.reportBatchItemFailures());
    if (!failures.isEmpty()) {
      log.warn("{} did not manage {} of {} messages", function, failures.size(), ids.size());
    }
    queue.delete(
        batch.stream().filter(message -> !failures.contains(message.messageId())).toList());
  }
}
