package io.agencytasks.local.sqs;

import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.template.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * An SQS service with the stack's queues, kept in memory: it forgets its messages at a stop, and so
 * has no use for their retention period.
 */
public final class Sqs implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final SQSRestServer server;
  private final URI uri;
  private final SqsClient client;
  private volatile List<Stack.Queue> queues = List.of();

  private Sqs(SQSRestServer server, URI uri, AwsAccount account) {
    this.server = server;
    this.uri = uri;
    this.client =
        SqsClient.builder()
            .endpointOverride(uri)
            .region(Region.of(account.region()))
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();
  }

  /** Starts the service on a free port, without queues yet. */
  public static Sqs start(AwsAccount account) {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface(LOOPBACK)
            .withDynamicPort()
            .withAWSRegion(account.region())
            .withAWSAccountId(account.id())
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return new Sqs(server, URI.create("http://" + LOOPBACK + ":" + port), account);
  }

  /** Makes the queues; dead letters may go to any of them. */
  public void create(List<Stack.Queue> wanted) {
    wanted.forEach(
        queue ->
            client.createQueue(
                it -> it.queueName(queueName(queue.arn())).attributes(attributes(queue))));
    wanted.forEach(queue -> queue.redrive().ifPresent(redrive -> redrive(queue, redrive)));
    queues = List.copyOf(wanted);
  }

  public URI uri() {
    return uri;
  }

  /** For calls to this service. */
  public SqsClient client() {
    return client;
  }

  /** What each queue holds at the moment, in the template's order. */
  public List<QueueCounts> counts() {
    return queues.stream()
        .map(queue -> QueueCounts.of(queue.name(), client, url(queue.arn())))
        .toList();
  }

  String url(String arn) {
    return client.getQueueUrl(it -> it.queueName(queueName(arn))).queueUrl();
  }

  /** Takes no more calls. It does not wait for the server's end, which waits for long polls. */
  @Override
  public void close() {
    client.close();
    server.stopAndGetFuture().apply();
  }

  private void redrive(Stack.Queue queue, Stack.Redrive redrive) {
    String policy =
        """
        {"deadLetterTargetArn": "%s", "maxReceiveCount": %d}\
        """
            .formatted(redrive.deadLetterArn(), redrive.maxReceiveCount());
    client.setQueueAttributes(
        it ->
            it.queueUrl(url(queue.arn()))
                .attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
  }

  private static Map<QueueAttributeName, String> attributes(Stack.Queue queue) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibilityTimeout()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, seconds(queue.delay()));
    attributes.put(
        QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, seconds(queue.receiveWait()));
    return attributes;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  private static String queueName(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
