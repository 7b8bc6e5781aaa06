package io.agencytasks.local.store;

import static io.agencytasks.local.store.AHand.CANCEL;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.domain.bus.OutgoingEvent;
import io.agencytasks.domain.bus.PublishEvents;
import io.agencytasks.domain.bus.PublishEvents.Report;
import io.agencytasks.domain.sweep.ClearTheOutbox;
import io.agencytasks.domain.sweep.RingForTheUnpublished;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the outbox to the bus: at least once, and marked once. */
@Tag("NFR-013")
class PublishingTest {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final TheStore store = TheStore.emptied();
  private final AHand alice = new AHand(store);
  private final PublishEvents publish = store.port(PublishEvents.class);

  @Test
  void a_listener_is_told_what_happened_and_to_which_task() throws Exception {
    var task = cancelled();

    assertThat(published()).isEqualTo(new Report(1, 0));

    var event = heardOf(task).getFirst();
    assertThat(event.path("source").asText()).isEqualTo("agency-tasks");
    assertThat(event.path("detail-type").asText()).isEqualTo("TaskCancelled");
    assertThat(event.at("/detail/version").asText()).isEqualTo("1");
    assertThat(event.at("/detail/id").asText())
        .isEqualTo(store.ask("select event_id from task_event_outbox"));
    assertThat(Instant.parse(event.at("/detail/occurredAt").asText()))
        .isBetween(Instant.parse(event.path("time").asText()), Instant.now().plusSeconds(1));
    assertThat(event.toString()).doesNotContain("Call").doesNotContain("Cancelled by user");
  }

  @Test
  void the_task_shows_it_and_is_the_version_that_it_was() throws Exception {
    var task = cancelled();
    var before = found(task).summary();
    assertThat(before.notificationsSent()).isNull();

    published();

    var after = found(task).summary();
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.updatedAt()).isEqualTo(before.updatedAt());
    assertThat(sent(task)).hasSize(1);
    var sent = sent(task).get(0);
    assertThat(sent.path("type").asText()).isEqualTo("TaskCancelled");
    assertThat(sent.path("id").asText())
        .isEqualTo(heardOf(task).getFirst().at("/detail/id").asText());
    assertThat(Instant.parse(sent.path("publishedAt").asText()))
        .isBefore(Instant.now().plusSeconds(1));
  }

  @Test
  void a_task_shows_the_last_twenty() throws Exception {
    var task = cancelled();
    published();
    tellOf(task, 25);

    published();

    assertThat(heardOf(task)).hasSize(26);
    assertThat(sent(task)).hasSize(20);
    assertThat(sent(task)).extracting(it -> it.path("type").asText()).containsOnly("TaskFailed");
  }

  @Test
  void a_publisher_that_dies_with_events_in_hand_leaves_them_to_the_next() throws Exception {
    var task = cancelled();
    lease();

    assertThat(published()).isEqualTo(new Report(0, 0));
    assertThat(waiting()).isZero();

    letLeasesRunOut();
    assertThat(waiting()).isEqualTo(1);
    assertThat(published()).isEqualTo(new Report(1, 0));
    assertThat(heardOf(task)).hasSize(1);
    assertThat(sent(task)).hasSize(1);
  }

  @Test
  void one_that_dies_before_it_marks_them_has_them_published_again_as_the_same() throws Exception {
    var task = cancelled();
    store.port(PublishEvents.Bus.class).put(lease());
    letLeasesRunOut();

    assertThat(published()).isEqualTo(new Report(1, 0));

    assertThat(heardOf(task)).hasSize(2);
    assertThat(heardOf(task))
        .extracting(it -> it.at("/detail/id").asText())
        .containsOnly(store.ask("select event_id from task_event_outbox"));
    assertThat(sent(task)).hasSize(1);
    assertThat(published()).isEqualTo(new Report(0, 0));
  }

  @Test
  void two_that_mark_the_same_tell_of_it_once() throws Exception {
    var task = cancelled();
    var leased = lease();

    AtOnce.times(
        4,
        () -> {
          store.port(PublishEvents.Published.class).mark(leased);
          return 0;
        });

    assertThat(sent(task)).hasSize(1);
  }

  @Test
  void what_the_bus_refuses_waits_and_the_rest_is_published() throws Exception {
    var good = cancelled();
    var bad = cancelled();
    store.tell("update task_event_outbox set detail = '[]' where task_id = ?", bad.value());

    assertThat(published()).isEqualTo(new Report(1, 1));
    assertThat(heardOf(good)).hasSize(1);
    assertThat(sent(good)).hasSize(1);
    assertThat(sent(bad)).isEmpty();

    store.tell(
        "update task_event_outbox set detail = jsonb_build_object('taskId', task_id) where task_id"
            + " = ?",
        bad.value());
    letLeasesRunOut();
    assertThat(published()).isEqualTo(new Report(1, 0));
    assertThat(heardOf(good)).hasSize(1);
    assertThat(heardOf(bad)).hasSize(1);
  }

  @Test
  void several_at_once_publish_each_event_once() throws Exception {
    var task = cancelled();
    tellOf(task, 150);
    var others = IntStream.range(0, 20).mapToObj(n -> cancelled()).toList();

    var reports = AtOnce.times(4, this::published);

    assertThat(reports.stream().mapToInt(Report::published).sum()).isEqualTo(171);
    assertThat(heardOf(task)).hasSize(151);
    assertThat(others).allSatisfy(other -> assertThat(heardOf(other)).hasSize(1));
    assertThat(waiting()).isZero();
  }

  @Test
  void more_than_a_round_is_published_in_rounds() throws Exception {
    tellOf(cancelled(), 420);

    assertThat(published()).isEqualTo(new Report(421, 0));
  }

  @Test
  void without_time_there_is_one_round() {
    tellOf(cancelled(), 420);

    assertThat(publish.apply(Instant.EPOCH)).isEqualTo(new Report(200, 0));
  }

  @Test
  void what_was_published_a_day_ago_is_cleared_away_and_the_task_still_shows_it() throws Exception {
    var task = cancelled();
    published();
    var waiting = cancelled();

    assertThat(clear()).isZero();
    store.tell(
        "update task_event_outbox set published_at = published_at - interval '25 hours',"
            + " occurred_at = occurred_at - interval '25 hours'");

    assertThat(clear()).isEqualTo(1);
    assertThat(store.ask("select string_agg(cast(task_id as text), ' ') from task_event_outbox"))
        .isEqualTo(Long.toString(waiting.value()));
    assertThat(sent(task)).hasSize(1);
  }

  private TaskId cancelled() {
    var task = aTask().createdIn(store);
    alice.does(CANCEL, task);
    return task;
  }

  private void tellOf(TaskId task, int times) {
    store.tell(
        "insert into task_event_outbox (task_id, type, detail)"
            + " select ?, 'TaskFailed', jsonb_build_object('taskId', ?) from generate_series(1, ?)",
        task.value(),
        task.value(),
        times);
  }

  private Report published() {
    return publish.apply(Instant.now().plusSeconds(60));
  }

  private List<OutgoingEvent> lease() {
    return store.port(PublishEvents.Waiting.class).lease(200, LEASE);
  }

  private void letLeasesRunOut() {
    store.tell(
        "update task_event_outbox set free_at = now() - interval '1 second' where published_at is"
            + " null");
  }

  private int waiting() {
    return store.port(RingForTheUnpublished.Store.class).waiting(1_000);
  }

  private int clear() {
    return store.port(ClearTheOutbox.Store.class).clear(Duration.ofDays(1), 100);
  }

  private List<JsonNode> heardOf(TaskId task) {
    return store.published().stream()
        .filter(event -> event.at("/detail/taskId").asLong() == task.value())
        .toList();
  }

  private Task found(TaskId task) {
    return store.port(GetTask.Store.class).find(ATask.ALICE, task).orElseThrow().task();
  }

  private JsonNode sent(TaskId task) throws Exception {
    var sent = found(task).summary().notificationsSent();
    return new ObjectMapper().readTree(sent == null ? "{}" : sent.text()).path("events");
  }
}
