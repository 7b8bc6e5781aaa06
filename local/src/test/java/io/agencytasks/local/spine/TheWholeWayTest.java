package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One task goes all the way: from a request to what a server answered to it. */
class TheWholeWayTest {
  private final Caller caller = Caller.somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());
  private Target target;

  @BeforeEach
  void listen() throws Exception {
    target = new Target();
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void an_api_call_is_completed_within_two_seconds_of_its_creation() {
    caller.ended(caller.create(ATask.calling(target.uri("/warm-up"))));

    List<Duration> times = IntStream.range(0, 5).mapToObj(i -> timeToComplete()).sorted().toList();

    assertThat(times.get(times.size() / 2)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void what_the_server_answered_is_on_the_task() throws Exception {
    var url = target.answering("/offers", Target.reply(200, "{\"offers\":[1,2]}"));

    JsonNode task = caller.ended(caller.create(ATask.calling(url)));

    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/result/status").asInt()).isEqualTo(200);
    assertThat(task.at("/result/body/offers/1").asInt()).isEqualTo(2);
    assertThat(task.path("executions")).hasSize(1);
    assertThat(task.at("/executions/0/status").asText()).isEqualTo("succeeded");
    assertThat(task.at("/executions/0/triggeredBy").asText()).isEqualTo("automatic");
    assertThat(events(task.path("id").asLong()))
        .containsExactly(
            "user null pending", "engine pending in_progress", "engine in_progress completed");
    assertThat(target.calls("/offers")).isOne();
  }

  @Test
  void a_redirect_is_followed_where_that_is_wanted() {
    var moved =
        target.answering(
            "/moved",
            exchange -> {
              exchange.getResponseHeaders().set("location", "/offers");
              exchange.sendResponseHeaders(302, -1);
            });
    ATask asIs = ATask.calling(moved);
    ATask following = ATask.calling(moved);
    following.fields().withObject("/executionConfig").put("followRedirects", true);

    assertThat(caller.ended(caller.create(asIs)).at("/executions/0/errorCode").asText())
        .isEqualTo("HTTP_302");
    assertThat(caller.ended(caller.create(following)).at("/result/body/hello").asText())
        .isEqualTo("task");
    assertThat(target.calls()).containsExactly("/moved", "/moved", "/offers");
  }

  @Test
  @Tag("US-006")
  @Tag("FR-007.4")
  @Tag("FR-007.6")
  @Tag("FR-007.7")
  @Tag("FR-007.8")
  @Tag("AC-005")
  void a_task_triggered_by_hand_runs_once_it_is_told_to_and_then_no_more() throws Exception {
    ATask byHand = ATask.calling(target.uri("/by-hand")).with("executionType", "manual_trigger");
    long id = caller.create(byHand);

    HttpResponse<String> told = caller.post("/v1/tasks/" + id + "/execute", "");

    assertThat(told.statusCode()).isEqualTo(202);
    assertThat(told.body())
        .isEqualTo("{\"success\":true,\"taskId\":%d,\"status\":\"queued\"}".formatted(id));
    JsonNode task = caller.ended(id);
    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/executions/0/triggeredBy").asText()).isEqualTo("manual");
    assertThat(events(id))
        .containsExactly(
            "user null pending",
            "user pending queued",
            "engine queued in_progress",
            "engine in_progress completed");

    HttpResponse<String> again = caller.post("/v1/tasks/" + id + "/execute", "");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(Caller.json(again).path("currentStatus").asText()).isEqualTo("completed");
    assertThat(target.calls("/by-hand")).isOne();
  }

  @Test
  void a_task_runs_after_those_that_it_depends_on() {
    var gate = new CountDownLatch(1);
    long first = caller.create(ATask.calling(target.answering("/first", Target.heldBy(gate))));
    long second = caller.create(ATask.calling(target.uri("/second")).after(first));
    long third = caller.create(ATask.calling(target.uri("/third")).after(first, second));
    assertThat(caller.task(third).path("blockedBy").asLong()).isEqualTo(first);

    gate.countDown();

    assertThat(caller.ended(third).path("status").asText()).isEqualTo("completed");
    assertThat(target.calls()).containsExactly("/first", "/second", "/third");
    assertThat(caller.task(third).at("/executions/0/triggeredBy").asText()).isEqualTo("dependency");
  }

  private Duration timeToComplete() {
    JsonNode task = caller.ended(caller.create(ATask.calling(target.uri("/soon"))));
    return Duration.between(time(task, "createdAt"), time(task, "completedAt"));
  }

  private static Instant time(JsonNode task, String field) {
    return Instant.parse(task.path(field).asText());
  }

  private List<String> events(long task) throws Exception {
    return rows.of(
        "select actor, from_status, to_status from task_events where task_id = ? order by id",
        task);
  }
}
