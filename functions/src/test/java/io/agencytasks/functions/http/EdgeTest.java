package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.event;
import static io.agencytasks.functions.http.ARequest.newTask;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.change.Change.Reason;
import io.agencytasks.domain.change.Change.Refused;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.json.Mappers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.logstash.logback.encoder.LogstashEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What every endpoint gets around it. */
class EdgeTest {
  private static final String PRIVATE = "the text of a private message";

  private final Edge edge =
      new Edge(Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC));
  private final Logger logger = (Logger) LoggerFactory.getLogger(Edge.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
  }

  @Test
  void an_answer_is_json_and_carries_the_request_id() throws JsonProcessingException {
    var response = edge.serve(event(), request -> Answer.accepted(Map.of("success", true)));

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getHeaders())
        .containsEntry("content-type", "application/json")
        .containsEntry("x-request-id", ARequest.ID);
    assertThat(body(response)).isEqualTo(Mappers.forApi().readTree("{\"success\":true}"));
  }

  @Test
  void invalid_input_is_a_400_that_names_every_fault() {
    var response = edge.serve(event(), request -> Answer.ok(newTask("{'colour': 1}")));

    assertProblem(response, 400, "BAD_REQUEST");
    assertThat(body(response).get("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("title", "taskType", "colour");
  }

  @Test
  void a_body_too_large_is_a_413() {
    assertProblem(edge.serve(event(), throwing(new BodyTooLarge(7))), 413, "PAYLOAD_TOO_LARGE");
  }

  @Test
  void an_outage_is_a_503_that_says_when_to_come_back() {
    var outage = new Unavailable("waking", Duration.ofSeconds(15), new IllegalStateException());

    var response = edge.serve(event(), throwing(outage));

    assertProblem(response, 503, "SERVICE_UNAVAILABLE");
    assertThat(response.getHeaders()).containsEntry("Retry-After", "15");
  }

  @Test
  void a_short_outage_asks_for_a_second_at_least() {
    var outage = new Unavailable("hiccup", Duration.ofMillis(5), new IllegalStateException());

    assertThat(edge.serve(event(), throwing(outage)).getHeaders())
        .containsEntry("Retry-After", "1");
  }

  @Test
  void a_bug_is_a_500_that_says_nothing_of_the_inside() {
    var response = edge.serve(event(), throwing(bug()));

    assertProblem(response, 500, "INTERNAL_SERVER_ERROR");
    assertThat(response.getBody())
        .doesNotContain(PRIVATE)
        .doesNotContain("Exception")
        .doesNotContain("EdgeTest");
  }

  @Test
  void a_bug_is_logged_with_where_it_broke_and_without_what_it_quotes() {
    edge.serve(event(), throwing(bug()));

    assertThat(lines())
        .anyMatch(line -> line.contains("EdgeTest.bug") && line.contains(ARequest.ID))
        .noneMatch(line -> line.contains(PRIVATE));
  }

  @Test
  @Tag("NFR-025")
  @Tag("NFR-028")
  void a_line_says_who_asked_for_what_and_what_it_cost() {
    var event = ARequest.withId("7");
    edge.serve(
        event,
        request -> {
          request.owner();
          return Answer.ok(request.taskId());
        });

    assertThat(lines())
        .anyMatch(
            line ->
                List.of(ARequest.ID, "alice", "7", "statements", "millis", "200").stream()
                    .allMatch(line::contains));
  }

  @Test
  void a_conflict_says_how_the_task_stands_and_what_blocks_it() {
    var blocked =
        Refusals.conflict(new Refused(Reason.BLOCKED, TaskStatus.PENDING, List.of(new TaskId(7))));

    var response = edge.serve(event(), request -> blocked);

    assertProblem(response, 409, "CONFLICT");
    assertThat(body(response).get("currentStatus").textValue()).isEqualTo("pending");
    assertThat(body(response).get("blockers").get(0).longValue()).isEqualTo(7);
  }

  private static void assertProblem(APIGatewayV2HTTPResponse response, int status, String code) {
    assertThat(response.getStatusCode()).isEqualTo(status);
    assertThat(response.getHeaders())
        .containsEntry("content-type", "application/problem+json")
        .containsEntry("x-request-id", ARequest.ID);
    var problem = body(response);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("code").textValue()).isEqualTo(code);
    assertThat(problem.get("requestId").textValue()).isEqualTo(ARequest.ID);
    assertThat(problem.get("title").textValue()).isNotBlank();
    assertThat(problem.get("detail").textValue()).isNotBlank();
  }

  private static Function<Request, Answer> throwing(RuntimeException failure) {
    return request -> {
      throw failure;
    };
  }

  private static RuntimeException bug() {
    return new IllegalStateException(PRIVATE, new IllegalArgumentException(PRIVATE));
  }

  private List<String> lines() {
    var encoder = new LogstashEncoder();
    encoder.start();
    return logged.list.stream().map(event -> new String(encoder.encode(event), UTF_8)).toList();
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    try {
      return Mappers.forApi().readTree(response.getBody());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
