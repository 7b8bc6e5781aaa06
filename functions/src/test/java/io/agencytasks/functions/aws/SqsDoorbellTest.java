package io.agencytasks.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agencytasks.domain.task.TaskId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Ringing never fails, and never too early. */
class SqsDoorbellTest {
  private static final TaskId TASK = new TaskId(7);

  private AnsweringServer queue;
  private SqsClient client;
  private SqsDoorbell doorbell;

  @BeforeEach
  void start() {
    queue = new AnsweringServer();
    client = AwsSettings.at("aws.endpointUrlSqs", queue.uri(), AwsClients::sqs);
    doorbell = new SqsDoorbell(client, new QueueSettings(queue.uri() + "/123456789012/bells"));
  }

  @AfterEach
  void stop() {
    client.close();
    queue.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0",
    "PT0.000000001S, 1",
    "PT0.0004S, 1",
    "PT3S, 3",
    "PT3.000001S, 4",
    "PT14M59.5S, 900",
    "PT15M, 900",
    "PT15M0.1S, 900",
    "P365D, 900"
  })
  void the_delay_is_in_whole_seconds_rounded_up_and_at_most_what_sqs_takes(
      Duration delay, int seconds) {
    queue.then("{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"437c6ae80735be35d8fa6a5b755eda7e\"}");

    doorbell.ring(TASK, delay);

    assertThat(queue.calls())
        .first()
        .asString()
        .contains("\"DelaySeconds\":%d".formatted(seconds))
        .contains("{\\\"task\\\":7}");
  }

  @Test
  void a_queue_that_refuses_is_no_failure() {
    queue.thenFails(400, "AWS.SimpleQueueService.NonExistentQueue", "gone");

    assertThatCode(() -> doorbell.ring(TASK)).doesNotThrowAnyException();
  }

  @Test
  void a_queue_that_breaks_is_no_failure() {
    queue.thenFails(500, "InternalError", "broken");

    assertThatCode(() -> doorbell.ring(TASK)).doesNotThrowAnyException();
  }

  @Test
  void a_queue_that_is_out_of_reach_is_no_failure() {
    queue.close();

    assertThatCode(() -> doorbell.ring(TASK)).doesNotThrowAnyException();
  }

  @Test
  void the_depth_counts_the_bells_that_wait() {
    queue.then("{\"Attributes\": {\"ApproximateNumberOfMessages\": \"3\"}}");

    assertThat(doorbell.depth()).isEqualTo(3);
    assertThat(queue.calls())
        .singleElement()
        .asString()
        .contains("\"ApproximateNumberOfMessages\"")
        .doesNotContain("NotVisible");
  }
}
