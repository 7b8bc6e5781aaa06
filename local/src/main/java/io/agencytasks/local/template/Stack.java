package io.agencytasks.local.template;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What template.yaml asks for, as the laptop cloud understands it; nothing in it is unresolved. */
public record Stack(
    List<Function> functions,
    List<Queue> queues,
    List<Bus> buses,
    List<Topic> topics,
    List<Bucket> buckets,
    List<ReceiptRule> receiptRules,
    Authorizer authorizer,
    Database database) {

  /**
   * A Lambda function.
   *
   * @param name its logical id
   * @param handler the fully qualified name of its class
   */
  public record Function(
      String name,
      String handler,
      Duration timeout,
      int memoryMegabytes,
      Map<String, String> environment,
      List<Trigger> triggers) {}

  /** What makes a function run. */
  public sealed interface Trigger {

    /**
     * A route of the HTTP API.
     *
     * @param path as in the template, with its parameters: {@code /v1/tasks/{id}}
     * @param scopes a caller needs one of them; empty when any valid token will do
     * @param open true when no token is asked for at all
     */
    record Route(String method, String path, List<String> scopes, boolean open)
        implements Trigger {}

    /** An event source mapping from a queue. */
    record QueueMessages(
        String queueArn,
        int batchSize,
        Duration batchingWindow,
        int maximumConcurrency,
        boolean reportBatchItemFailures)
        implements Trigger {}

    /** A schedule: {@code rate(…)} or {@code cron(…)} in its time zone. */
    record Schedule(
        String name, String expression, String timeZone, Optional<String> input, boolean enabled)
        implements Trigger {}

    /**
     * A rule of an event bus.
     *
     * @param bus its name
     * @param pattern as JSON
     */
    record BusRule(String name, String bus, String pattern, boolean enabled) implements Trigger {}

    /**
     * A subscription to an SNS topic.
     *
     * @param name the event's
     */
    record TopicMessages(String name, String topicArn) implements Trigger {}
  }

  /** An EventBridge bus, whose name here is its logical id. */
  public record Bus(String name) {}

  /** An SNS topic, by its logical id. */
  public record Topic(String name, String arn) {}

  /** An S3 bucket, whose name here is its logical id in small letters: others it must not have. */
  public record Bucket(String name) {}

  /**
   * What SES does with mail that comes in: into a bucket, and a topic is told.
   *
   * @param recipients addresses, domains, and with a dot before them those below a domain; none for
   *     whoever mail is to
   * @param scanned whether it is looked at for spam and viruses
   */
  public record ReceiptRule(
      String name,
      List<String> recipients,
      String bucket,
      String keyPrefix,
      String topicArn,
      boolean enabled,
      boolean scanned) {}

  /** An SQS queue, by its logical id. */
  public record Queue(
      String name,
      String arn,
      Duration visibilityTimeout,
      Duration delay,
      Duration retention,
      Duration receiveWait,
      Optional<Redrive> redrive) {}

  public record Redrive(String deadLetterArn, int maxReceiveCount) {}

  /** The JWT authorizer of the HTTP API. */
  public record Authorizer(URI issuer, List<String> audience) {}

  /** The Aurora cluster behind the Data API, and the secret that opens it for the functions. */
  public record Database(String clusterArn, String databaseName, String secretArn, String user) {}
}
