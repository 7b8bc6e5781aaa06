package io.agencytasks.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class QueuePollerTest {
  private static final AwsAccount ACCOUNT = new AwsAccount("000000000000", "eu-central-1");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL_WELL = "{\"batchItemFailures\": []}";

  private static Sqs sqs;

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final List<QueuePoller> pollers = new ArrayList<>();
  private String queue;

  @BeforeAll
  static void a_service() {
    sqs = Sqs.start(ACCOUNT);
  }

  @AfterAll
  static void no_service() {
    sqs.close();
  }

  @BeforeEach
  void two_queues_of_its_own(TestInfo test) {
    queue = "q" + Integer.toHexString(test.getDisplayName().hashCode());
    sqs.create(
        List.of(
            queue(queue, Optional.of(new Stack.Redrive(arn("dead-" + queue), 2))),
            queue("dead-" + queue, Optional.empty())));
  }

  @AfterEach
  void no_more_polling() {
    pollers.forEach(QueuePoller::close);
  }

  @Test
  void the_function_gets_what_lambda_would_give_it_and_the_message_is_gone() {
    MessageAttributeValue attribute =
        MessageAttributeValue.builder().dataType("String").stringValue("seven").build();
    sqs.client()
        .sendMessage(
            it ->
                it.queueUrl(sqs.url(arn(queue)))
                    .messageBody("{\"task\": 7}")
                    .messageAttributes(Map.of("number", attribute)));

    startPolling(mapping(10, 2), event -> ALL_WELL);

    await().until(() -> counts(queue).equals(new QueueCounts(queue, 0, 0, 0)) && !events.isEmpty());

    JsonNode record = events.getFirst().at("/Records/0");
    assertThat(record.path("body").asText()).isEqualTo("{\"task\": 7}");
    assertThat(record.path("messageId").asText()).isNotBlank();
    assertThat(record.path("receiptHandle").asText()).isNotBlank();
    assertThat(record.path("md5OfBody").asText()).isEqualTo("7c8819f766a7c2d186bacab0570942bb");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText()).isEqualTo(arn(queue));
    assertThat(record.path("awsRegion").asText()).isEqualTo("eu-central-1");
    assertThat(record.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(record.at("/attributes/SentTimestamp").asText()).matches("\\d{13}");
    assertThat(record.at("/messageAttributes/number/stringValue").asText()).isEqualTo("seven");
    assertThat(record.at("/messageAttributes/number/dataType").asText()).isEqualTo("String");
  }

  @Test
  void a_message_that_failed_comes_back_alone_and_ends_among_the_dead_letters() {
    send("good");
    send("bad");

    startPolling(mapping(10, 2), QueuePollerTest::failWhatIsBad);

    await().until(() -> counts("dead-" + queue).waiting() == 1);

    assertThat(bodies().stream().filter("good"::equals)).hasSize(1);
    assertThat(bodies().stream().filter("bad"::equals)).hasSize(2);
    assertThat(counts(queue)).isEqualTo(new QueueCounts(queue, 0, 0, 0));
  }

  @Test
  void no_more_batches_run_at_once_than_the_mapping_allows() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    for (int i = 0; i < 9; i++) {
      send("m" + i);
    }

    startPolling(
        mapping(1, 7),
        event -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          awaitGo(go);
          running.decrementAndGet();
          return ALL_WELL;
        });

    await().until(() -> running.get() == 7);
    assertThat(counts(queue).waiting()).isEqualTo(2);
    go.countDown();
    await().until(() -> events.size() == 9);

    assertThat(most).hasValue(7);
  }

  @Test
  void a_window_gathers_a_batch() {
    startPolling(new QueueMessages(arn(queue), 15, Duration.ofSeconds(5), 2, true), e -> ALL_WELL);

    for (int i = 0; i < 15; i++) {
      send("m" + i);
    }
    await().until(() -> !events.isEmpty());

    assertThat(bodies()).hasSize(15);
    assertThat(events).hasSize(1);
  }

  @Test
  void it_stops_at_once_though_it_waits_for_messages() {
    var poller = startPolling(mapping(10, 2), event -> ALL_WELL);
    send("seen");
    await().until(() -> !events.isEmpty());

    await().atMost(Duration.ofSeconds(2)).until(() -> closed(poller));
    send("not seen");
    await().until(() -> counts(queue).waiting() == 1);
    assertThat(bodies()).containsExactly("seen");
  }

  private QueuePoller startPolling(QueueMessages mapping, Function function) {
    Lambda lambda =
        (name, event) -> {
          assertThat(name).isEqualTo("Executor");
          JsonNode read = read(event);
          events.add(read);
          return new Invocation.Answered(function.answer(read));
        };
    QueuePoller poller =
        QueuePoller.start(sqs, ACCOUNT, lambda, "Executor", mapping, Clock.systemUTC());
    pollers.add(poller);
    return poller;
  }

  private interface Function {
    String answer(JsonNode event);
  }

  private static String failWhatIsBad(JsonNode event) {
    var answer = JSON.createObjectNode();
    var failures = answer.putArray("batchItemFailures");
    event
        .path("Records")
        .forEach(
            record -> {
              if (record.path("body").asText().equals("bad")) {
                failures.addObject().set("itemIdentifier", record.path("messageId"));
              }
            });
    return answer.toString();
  }

  private List<String> bodies() {
    return events.stream().flatMap(it -> it.findValuesAsText("body").stream()).toList();
  }

  private void send(String body) {
    sqs.client().sendMessage(it -> it.queueUrl(sqs.url(arn(queue))).messageBody(body));
  }

  private static QueueCounts counts(String name) {
    return QueueCounts.of(name, sqs.client(), sqs.url(arn(name)));
  }

  private QueueMessages mapping(int batchSize, int maximumConcurrency) {
    return new QueueMessages(arn(queue), batchSize, Duration.ZERO, maximumConcurrency, true);
  }

  private static Stack.Queue queue(String name, Optional<Stack.Redrive> redrive) {
    return new Stack.Queue(
        name,
        arn(name),
        Duration.ofSeconds(1),
        Duration.ZERO,
        Duration.ofDays(1),
        Duration.ZERO,
        redrive);
  }

  private static String arn(String name) {
    return "arn:aws:sqs:eu-central-1:000000000000:" + name;
  }

  private static boolean closed(QueuePoller poller) {
    poller.close();
    return true;
  }

  private static void awaitGo(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
