package io.agencytasks.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.bus.OutgoingEvent;
import io.agencytasks.domain.task.Json;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Whatever the bus does, it is known which events it has. */
class EventBridgeBusTest {
  private static final String TAKEN = "{\"EventId\":\"1\"}";
  private static final String REFUSED = "{\"ErrorCode\":\"ThrottlingException\"}";

  private AnsweringServer service;
  private EventBridgeClient client;
  private EventBridgeBus bus;

  @BeforeEach
  void start() {
    service = new AnsweringServer();
    client = AwsSettings.at("aws.endpointUrlEventBridge", service.uri(), AwsClients::eventBridge);
    bus = new EventBridgeBus(client, new EventBusSettings("tasks"));
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  @Test
  void an_entry_says_from_whom_it_is_and_when_it_happened() {
    service.then(answer(TAKEN));

    assertThat(bus.put(events(1))).isEqualTo(events(1));

    assertThat(service.calls())
        .singleElement()
        .asString()
        .contains("\"EventBusName\":\"tasks\"")
        .contains("\"Source\":\"agency-tasks\"")
        .contains("\"DetailType\":\"TaskFailed\"")
        .contains("\"Time\":1795421730.25")
        .contains("\"Detail\":\"{\\\"taskId\\\":1}\"");
  }

  @Test
  void nothing_is_sent_for_nothing() {
    assertThat(bus.put(List.of())).isEmpty();
    assertThat(service.calls()).isEmpty();
  }

  @Test
  void entries_that_are_refused_are_not_among_those_taken() {
    service.then(answer(TAKEN, REFUSED, TAKEN));

    assertThat(bus.put(events(3))).extracting(OutgoingEvent::id).containsExactly(1L, 3L);
  }

  @Test
  void ten_go_in_a_call_and_a_call_that_fails_is_the_last() {
    service
        .then(answer(Stream.generate(() -> TAKEN).limit(10).toArray(String[]::new)))
        .thenFails(400, "AccessDeniedException", "no");

    assertThat(bus.put(events(35))).isEqualTo(events(10));
    assertThat(service.calls()).hasSize(2);
  }

  @Test
  void a_bus_out_of_reach_takes_nothing() {
    service.close();

    assertThat(bus.put(events(2))).isEmpty();
  }

  private static List<OutgoingEvent> events(long many) {
    return LongStream.rangeClosed(1, many)
        .mapToObj(
            id ->
                new OutgoingEvent(
                    id,
                    "TaskFailed",
                    Instant.ofEpochMilli(1_795_421_730_250L),
                    new Json("{\"taskId\":%d}".formatted(id))))
        .toList();
  }

  private static String answer(String... results) {
    return Stream.of(results)
        .collect(Collectors.joining(",", "{\"FailedEntryCount\":0,\"Entries\":[", "]}"));
  }
}
