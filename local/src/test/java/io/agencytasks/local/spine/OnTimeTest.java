package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tasks start within a second of their time, however they came by it, with no sweep in between. A
 * busy machine is allowed what it takes to start a task that waits for nothing.
 */
@Tag("FR-001.18")
class OnTimeTest {
  private static final Duration WITHIN = Duration.ofSeconds(1);

  private final Caller caller = Caller.somebody();
  private Target target;
  private Duration noise;

  @BeforeEach
  void listen() throws Exception {
    target = new Target();
    caller.ended(caller.create(calling("/warm-up")));
    JsonNode control = caller.ended(caller.create(calling("/control")));
    noise = Duration.between(time(control, "createdAt"), time(control, "startedAt"));
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void by_creation_at_whole_seconds_and_between() {
    Instant now = Instant.now();
    List<Long> tasks =
        IntStream.range(0, 10)
            .mapToObj(n -> caller.create(at(calling("/created"), now.plusMillis(1_500 + 370L * n))))
            .toList();

    assertThat(tasks).allSatisfy(this::startsOnTime);
  }

  @Test
  void by_a_clone_and_by_a_template() {
    long model = caller.create(calling("/model").with("executionType", "manual_trigger"));
    String template =
        "{'name':'On time','task':%s}".formatted(calling("/template").json()).replace('\'', '"');
    long id = id(caller.post("/v1/templates", template));
    String change = "{\"scheduledFor\":\"%s\",\"executionType\":\"scheduled\"}";

    long cloned = id(caller.act(model, "clone", change.formatted(in(2_400))));
    long made = id(caller.post("/v1/templates/" + id + "/tasks", change.formatted(in(2_700))));

    startsOnTime(cloned);
    startsOnTime(made);
  }

  @Test
  void at_the_new_time_when_it_is_made_earlier_or_later() {
    long later = caller.create(at(calling("/later"), in(1_500)));
    long earlier = caller.create(at(calling("/earlier"), in(3_600_000)));

    caller.patch(later, "{'scheduledFor':'%s'}".formatted(in(4_000)));
    caller.patch(earlier, "{'scheduledFor':'%s'}".formatted(in(2_000)));

    startsOnTime(earlier);
    startsOnTime(later);
  }

  @Test
  void not_at_all_when_it_is_cancelled_before() {
    long cancelled = caller.create(at(calling("/cancelled"), in(1_200)));
    long other = caller.create(at(calling("/other"), in(2_500)));

    caller.send("DELETE", "/v1/tasks/" + cancelled, "");

    startsOnTime(other);
    assertThat(target.calls("/cancelled")).isZero();
  }

  @Test
  void when_it_is_deferred_until_then() {
    long task = caller.create(calling("/deferred").with("executionType", "manual_trigger"));
    caller.patch(
        task,
        "{'executionType':'automatic','status':'deferred','scheduledFor':'%s'}"
            .formatted(in(2_300)));

    startsOnTime(task);
  }

  @Test
  void when_it_is_approved_or_unblocked_before() {
    long approved = caller.create(at(calling("/approved"), in(2_600)).awaitingReview());
    long first = caller.create(calling("/first").with("executionType", "manual_trigger"));
    long second = caller.create(at(calling("/second"), in(2_900)).after(first));

    caller.act(approved, "approve", "");
    caller.act(first, "execute", "");

    startsOnTime(approved);
    startsOnTime(second);
  }

  @Test
  void at_once_when_the_time_is_past() {
    JsonNode task = caller.ended(caller.create(at(calling("/past"), in(-3_600_000))));

    assertThat(Duration.between(time(task, "createdAt"), time(task, "startedAt")))
        .isLessThan(WITHIN.plus(noise));
    assertThat(task.at("/executions/0/triggeredBy").asText()).isEqualTo("schedule");
  }

  private void startsOnTime(long id) {
    JsonNode task = caller.ended(id);
    Duration late = Duration.between(time(task, "scheduledFor"), time(task, "startedAt"));
    assertThat(late).isBetween(Duration.ZERO, WITHIN.plus(noise));
    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.path("executions")).hasSize(1);
  }

  private ATask calling(String path) {
    return ATask.calling(target.uri(path));
  }

  private static ATask at(ATask task, Instant time) {
    return task.with("scheduledFor", time.toString());
  }

  private static Instant in(long millis) {
    return Instant.now().plusMillis(millis);
  }

  private static long id(HttpResponse<String> created) {
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return Caller.json(created).path("id").asLong();
  }

  private static Instant time(JsonNode task, String field) {
    return Instant.parse(task.path(field).asText());
  }
}
