package io.agencytasks.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.mail.SentMessages;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger;
import io.agencytasks.local.template.Stack.Trigger.TopicMessages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** What is published to a topic, by the SDK or from here, invokes whoever subscribes to it. */
class TopicsTest {
  private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:Letters";
  private static final String QUIET = "arn:aws:sns:eu-central-1:123456789012:Quiet";
  private static final UUID ID = new UUID(7, 7);
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();

  @TempDir private Path home;
  private Topics topics;
  private SnsEndpoint endpoint;
  private SnsClient client;

  @BeforeEach
  void start() throws Exception {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    topics =
        new Topics(
            List.of(new Stack.Topic("Letters", TOPIC), new Stack.Topic("Quiet", QUIET)),
            List.of(
                function("Reader", new TopicMessages("Reader.Events.Letter", TOPIC)),
                function("Clerk", new TopicMessages("Clerk.Events.Letter", TOPIC)),
                function("Other", new Trigger.Route("GET", "/", List.of(), true))),
            (function, event) -> {
              invoked.add(function + " " + event);
              return new Invocation.Answered("null");
            },
            clock,
            () -> ID);
    endpoint = SnsEndpoint.start(SentMessages.in(home, false), topics, clock, () -> ID);
    client =
        SnsClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    endpoint.close();
    topics.close();
  }

  @Test
  void every_function_that_subscribes_receives_the_event() throws Exception {
    var attribute = MessageAttributeValue.builder().dataType("String").stringValue("now").build();

    String id =
        client
            .publish(
                it ->
                    it.topicArn(TOPIC)
                        .subject("Hello")
                        .message("{\"text\":\"🦉 & more\"}")
                        .messageAttributes(Map.of("when", attribute)))
            .messageId();

    assertThat(id).isEqualTo(ID.toString());
    String event =
        """
        {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0",\
        "EventSubscriptionArn":"%1$s:%2$s","Sns":{"Type":"Notification","MessageId":"%2$s",\
        "TopicArn":"%1$s","Subject":"Hello","Message":"{\\"text\\":\\"🦉 & more\\"}",\
        "Timestamp":"2026-11-23T10:00:00.000Z","SignatureVersion":"1","Signature":"",\
        "SigningCertUrl":"","UnsubscribeUrl":"",\
        "MessageAttributes":{"when":{"Type":"String","Value":"now"}}}}]}\
        """
            .formatted(TOPIC, ID);
    assertThat(List.of(next(), next()))
        .containsExactlyInAnyOrder("Reader " + event, "Clerk " + event);
  }

  @Test
  void it_may_be_published_from_here_and_without_a_subject() throws Exception {
    assertThat(topics.publish(TOPIC, "", "Text")).isEqualTo(ID);

    assertThat(next()).contains("\"Subject\":null,\"Message\":\"Text\"");
  }

  @Test
  void a_topic_that_nobody_subscribes_to_takes_messages_and_there_are_no_others() {
    client.publish(it -> it.topicArn(QUIET).message("Text"));

    assertThat(invoked).isEmpty();
    assertThatThrownBy(() -> client.publish(it -> it.topicArn(TOPIC + "s").message("Text")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> topics.publish(TOPIC + "s", "", "Text"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_SNS_refuses_is_refused() {
    assertRefused("S", "");
    assertRefused("S", "a".repeat(256 * 1024 + 1));
    assertRefused("S".repeat(101), "Text");
    assertThatThrownBy(
            () -> client.publish(it -> it.topicArn(TOPIC).phoneNumber("+15550100").message("T")))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(invoked).isEmpty();
  }

  private void assertRefused(String subject, String message) {
    assertThatThrownBy(
            () -> client.publish(it -> it.topicArn(TOPIC).subject(subject).message(message)))
        .isInstanceOf(InvalidParameterException.class);
  }

  private String next() throws InterruptedException {
    return String.valueOf(invoked.poll(10, TimeUnit.SECONDS));
  }

  private static Stack.Function function(String name, Trigger trigger) {
    return new Stack.Function(name, "a.B", Duration.ofSeconds(3), 128, Map.of(), List.of(trigger));
  }
}
