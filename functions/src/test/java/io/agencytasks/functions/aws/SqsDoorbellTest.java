package io.agencytasks.functions.aws;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TaskId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Ringing never fails, and never too early. */
class SqsDoorbellTest {
  private static final TaskId TASK = new TaskId(7);
  private static final Bell BELL = new Bell(TASK, Lane.STANDARD);
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.25Z");

  private AnsweringServer queue;
  private SqsClient client;
  private SqsDoorbell doorbell;

  @BeforeEach
  void start() {
    queue = new AnsweringServer();
    client = AwsSettings.at("aws.endpointUrlSqs", queue.uri(), AwsClients::sqs);
    doorbell =
        new SqsDoorbell(
            client,
            new QueueSettings(
                queue.uri() + "/123456789012/bells", queue.uri() + "/123456789012/browser-bells"),
            Clock.fixed(NOW, UTC));
  }

  @AfterEach
  void stop() {
    client.close();
    queue.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0, 2026-11-25T12:00:00.250Z",
    "PT0.999S, 0, 2026-11-25T12:00:01.249Z",
    "PT3S, 3, 2026-11-25T12:00:03.250Z",
    "PT3.75S, 3, 2026-11-25T12:00:04Z",
    "PT14M59.5S, 899, 2026-11-25T12:14:59.750Z",
    "PT15M, 900, 2026-11-25T12:15:00.250Z",
    "PT24H, 900, 2026-11-26T12:00:00.250Z"
  })
  void a_time_rings_whole_seconds_before_and_says_when_it_is(Duration in, int seconds, String due) {
    queue.then("{\"Successful\":[],\"Failed\":[]}");

    doorbell.ringAt(List.of(new Due(TASK, Lane.STANDARD, in)));

    assertThat(queue.calls())
        .singleElement()
        .asString()
        .contains("\"DelaySeconds\":%d".formatted(seconds))
        .contains("{\\\"task\\\":7,\\\"due\\\":\\\"%s\\\"}".formatted(due));
  }

  @Test
  void a_queue_that_refuses_is_no_failure() {
    queue.thenFails(400, "AWS.SimpleQueueService.NonExistentQueue", "gone");

    assertThatCode(() -> doorbell.ring(BELL)).doesNotThrowAnyException();
  }

  @Test
  void a_queue_that_breaks_is_no_failure() {
    queue.thenFails(500, "InternalError", "broken");

    assertThatCode(() -> doorbell.ring(BELL)).doesNotThrowAnyException();
  }

  @Test
  void a_queue_that_is_out_of_reach_is_no_failure() {
    queue.close();

    assertThatCode(() -> doorbell.ring(BELL)).doesNotThrowAnyException();
  }

  @Test
  void the_depth_counts_the_bells_that_wait() {
    queue.then("{\"Attributes\": {\"ApproximateNumberOfMessages\": \"3\"}}");

    assertThat(doorbell.depth(Lane.STANDARD)).isEqualTo(3);
    assertThat(queue.calls())
        .singleElement()
        .asString()
        .contains("\"ApproximateNumberOfMessages\"")
        .doesNotContain("NotVisible");
  }

  @Test
  void each_lane_has_a_queue_of_its_own() {
    queue.then("{\"Successful\":[],\"Failed\":[]}").then("{\"Successful\":[],\"Failed\":[]}");

    doorbell.ring(
        List.of(
            new Bell(TASK, Lane.STANDARD),
            new Bell(new TaskId(8), Lane.BROWSER),
            new Bell(new TaskId(9), Lane.STANDARD)));

    assertThat(queue.calls()).hasSize(2);
    assertThat(queue.calls().getFirst())
        .contains("/123456789012/bells", "{\\\"task\\\":7}", "{\\\"task\\\":9}")
        .doesNotContain("{\\\"task\\\":8}");
    assertThat(queue.calls().getLast())
        .contains("/123456789012/browser-bells", "{\\\"task\\\":8}")
        .doesNotContain("{\\\"task\\\":7}");
  }
}
