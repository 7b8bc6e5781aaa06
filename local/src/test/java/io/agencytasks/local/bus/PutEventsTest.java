package io.agencytasks.local.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** PutEvents as the SDK sends it, and what becomes of the entries. */
class PutEventsTest {
  private static final AwsAccount ACCOUNT = new AwsAccount("123456789012", "eu-central-1");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.5Z");
  private static final UUID ID = UUID.fromString("0f7a1c9e-5a55-4b8e-9f3e-2f1f6f2c7d11");
  private static final BusRule FAILURES =
      new BusRule("Failures", "Bus", "{\"detail-type\":[\"TaskFailed\"]}", true);
  private static final BusRule SLEEPING =
      new BusRule("Sleeping", "Bus", "{\"source\":[\"agency-tasks\"]}", false);

  private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();
  private EventBridge bridge;
  private EventBridgeClient client;

  @BeforeEach
  void start() throws Exception {
    var listener =
        new Stack.Function(
            "Listener", "a.B", Duration.ofSeconds(3), 128, Map.of(), List.of(FAILURES, SLEEPING));
    bridge =
        EventBridge.start(
            List.of(new Stack.Bus("Bus"), new Stack.Bus("Other")),
            List.of(listener),
            (function, event) -> {
              invoked.add(function + " " + event);
              return new Invocation.Answered("null");
            },
            ACCOUNT,
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> ID);
    client =
        EventBridgeClient.builder()
            .endpointOverride(bridge.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    bridge.close();
  }

  @Test
  void a_function_whose_rule_matches_receives_the_event() throws Exception {
    PutEventsResponse answer =
        put(entry().time(Instant.parse("2026-11-22T09:00:00Z")).resources("arn:aws:one").build());

    assertThat(answer.failedEntryCount()).isZero();
    assertThat(answer.entries().getFirst().eventId()).isEqualTo(ID.toString());
    String event =
        "{\"version\":\"0\",\"id\":\"%s\",\"detail-type\":\"TaskFailed\",".formatted(ID)
            + "\"source\":\"agency-tasks\",\"account\":\"123456789012\","
            + "\"time\":\"2026-11-22T09:00:00Z\",\"region\":\"eu-central-1\","
            + "\"resources\":[\"arn:aws:one\"],\"detail\":{\"taskId\":7}}";
    assertThat(invoked.poll(10, TimeUnit.SECONDS)).isEqualTo("Listener " + event);
    assertThat(bridge.recent()).extracting(JsonNode::toString).containsExactly(event);
  }

  @Test
  void an_event_that_says_no_time_happened_now() {
    put(entry().build());

    assertThat(bridge.recent().getFirst().path("time").asText()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(bridge.recent().getFirst().path("resources").isArray()).isTrue();
  }

  @Test
  void other_events_and_other_buses_are_not_for_it() {
    put(entry().detailType("TaskCompleted").build(), entry().eventBusName("Other").build());

    assertThat(invoked).isEmpty();
    assertThat(bridge.status())
        .extracting(BusStatus::name, BusStatus::published)
        .containsExactlyInAnyOrder(tuple("Bus", 1L), tuple("Other", 1L));
  }

  @Test
  void the_status_counts_what_matched() {
    put(
        entry().build(),
        entry().eventBusName("arn:aws:events:eu-central-1:1:event-bus/Bus").build());

    assertThat(bridge.status())
        .flatExtracting(BusStatus::rules)
        .extracting(BusStatus.Rule::name, BusStatus.Rule::matched)
        .containsExactly(tuple("Failures", 2L), tuple("Sleeping", 0L));
  }

  @Test
  void each_entry_is_refused_by_itself() {
    PutEventsResponse answer =
        put(
            entry().build(),
            entry().source(null).build(),
            entry().detailType(null).build(),
            entry().detail(null).build(),
            entry().detail("[1]").build(),
            entry().detail("{").build(),
            entry().source("aws.ec2").build(),
            entry().eventBusName("Nowhere").build());

    assertThat(answer.failedEntryCount()).isEqualTo(7);
    assertThat(answer.entries())
        .extracting(PutEventsResultEntry::errorCode)
        .containsExactly(
            null,
            "InvalidArgument",
            "InvalidArgument",
            "InvalidArgument",
            "MalformedDetail",
            "MalformedDetail",
            "NotAuthorizedForSourceException",
            "InvalidArgument");
    assertThat(answer.entries().get(1).errorMessage())
        .isEqualTo("Parameter Source is not valid. Reason: Source is a required argument.");
    assertThat(bridge.recent()).hasSize(1);
  }

  @Test
  void ten_entries_are_taken_and_eleven_or_none_are_not() {
    var ten = Collections.nCopies(10, entry().build());
    assertThat(put(ten).failedEntryCount()).isZero();

    assertThatThrownBy(() -> put(Collections.nCopies(11, entry().build())))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining("less than or equal to 10");
    assertThatThrownBy(() -> put(List.of()))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining("greater than or equal to 1");
  }

  @Test
  void all_entries_together_are_smaller_than_256_KiB() {
    assertThat(put(entry().detail(detail(262_144 - 23)).build()).failedEntryCount()).isZero();

    assertThatThrownBy(() -> put(entry().detail(detail(262_144 - 22)).build()))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining("Total size of the entries in the request is over the limit.");
    var half = entry().detail(detail(131_072)).build();
    assertThatThrownBy(() -> put(half, half)).isInstanceOf(EventBridgeException.class);
  }

  @Test
  void two_hundred_events_can_be_read_again() {
    for (int call = 0; call < 21; call++) {
      put(Collections.nCopies(10, entry().detail("{\"call\":%d}".formatted(call)).build()));
    }

    assertThat(bridge.recent()).hasSize(200);
    assertThat(bridge.recent().getFirst().at("/detail/call").asInt()).isEqualTo(20);
    assertThat(bridge.recent().getLast().at("/detail/call").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_no_signed_call_of_PutEvents_is_refused() throws Exception {
    assertThat(refusal("AWSEvents.PutRule", "AWS4-HMAC-SHA256 x", "{}"))
        .isEqualTo("UnknownOperationException");
    assertThat(refusal("AWSEvents.PutEvents", "Bearer x", "{}"))
        .isEqualTo("MissingAuthenticationTokenException");
    assertThat(refusal("AWSEvents.PutEvents", "AWS4-HMAC-SHA256 x", "[]"))
        .isEqualTo("SerializationException");
    assertThat(refusal("AWSEvents.PutEvents", "AWS4-HMAC-SHA256 x", "{"))
        .isEqualTo("SerializationException");
  }

  private String refusal(String target, String authorization, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(bridge.uri())
            .header("X-Amz-Target", target)
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    return new ObjectMapper().readTree(answer.body()).path("__type").asText();
  }

  private static PutEventsRequestEntry.Builder entry() {
    return PutEventsRequestEntry.builder()
        .eventBusName("Bus")
        .source("agency-tasks")
        .detailType("TaskFailed")
        .detail("{\"taskId\":7}");
  }

  /** A detail of so many bytes; source and type of an entry have 22 besides. */
  private static String detail(int bytes) {
    return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
  }

  private PutEventsResponse put(PutEventsRequestEntry... entries) {
    return put(Arrays.asList(entries));
  }

  private PutEventsResponse put(List<PutEventsRequestEntry> entries) {
    return client.putEvents(call -> call.entries(entries));
  }
}
