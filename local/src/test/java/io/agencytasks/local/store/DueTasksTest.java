package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.sweep.ReleaseDueTasks;
import io.agencytasks.domain.sweep.RingForTheUnheard;
import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sweep releases, and when it may run. */
class DueTasksTest {
  private static final Duration HORIZON = Duration.ofSeconds(75);

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void a_scheduled_task_is_released_ahead_of_its_time_and_runs_at_it() {
    var task = aTask().scheduledFor(Instant.now().plusSeconds(60)).createdIn(store);

    var due = release();

    assertThat(due).extracting(Due::task).containsExactly(task);
    assertThat(due.getFirst().in()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
    assertThat(store.ask("select not_before = scheduled_for from agency_tasks")).isEqualTo("t");
    assertThat(worker.claim(1)).isEmpty();
    store.tell("update agency_tasks set not_before = now()");
    assertThat(worker.claimTasks(1)).containsExactly(task);
    assertThat(store.ask("select triggered_by from task_executions")).isEqualTo("schedule");
  }

  @Test
  void an_automatic_task_with_a_time_waits_for_it_too() {
    var task = aTask().notBefore(Instant.now().plusSeconds(60)).createdIn(store);
    store.tell("update agency_tasks set scheduled_for = now() - interval '1 second'");

    assertThat(worker.claim(1)).isEmpty();
    assertThat(release()).containsExactly(new Due(task, Lane.STANDARD, ZERO));
    assertThat(worker.claimTasks(1)).containsExactly(task);
  }

  @Test
  void what_is_beyond_the_horizon_or_started_by_hand_stays() {
    aTask().scheduledFor(Instant.now().plusSeconds(600)).createdIn(store);
    aTask().startedByHand().notBefore(Instant.now()).createdIn(store);

    assertThat(release()).isEmpty();
  }

  @Test
  void a_sweep_that_did_not_fire_for_an_hour_releases_all_that_came_due_in_it() {
    var early = aTask().scheduledFor(Instant.now().plusSeconds(60)).createdIn(store);
    var late = aTask().scheduledFor(Instant.now().plusSeconds(3_000)).createdIn(store);
    store.tell("update agency_tasks set scheduled_for = scheduled_for - interval '1 hour'");

    assertThat(release())
        .containsExactlyInAnyOrder(
            new Due(early, Lane.STANDARD, ZERO), new Due(late, Lane.STANDARD, ZERO));
    assertThat(worker.claimTasks(2)).containsExactly(early, late);
  }

  @Test
  void a_deferred_task_comes_back_with_its_event() {
    var task = aTask().createdIn(store);
    var until = Instant.now().plusSeconds(30);
    worker.settle(worker.claimOne(), new Outcome.RunLater(until, "Not yet."));

    assertThat(release()).extracting(Due::task).containsExactly(task);
    assertThat(
            store.ask(
                "select actor || ' ' || from_status || ' ' || to_status from task_events"
                    + " order by id desc"))
        .isEqualTo("sweep deferred pending");
  }

  @Test
  void a_release_happens_once_even_by_sweeps_at_once() {
    aTask().scheduledFor(Instant.now().plusSeconds(30)).createdIn(store);
    aTask().scheduledFor(Instant.now().plusSeconds(30)).createdIn(store);

    var released = AtOnce.times(4, this::release).stream().mapToInt(List::size).sum();

    assertThat(released + release().size()).isEqualTo(2);
  }

  @Test
  void what_awaits_review_is_released_and_still_not_ready() {
    aTask().scheduledFor(Instant.now().plusSeconds(30)).awaitingReview().createdIn(store);

    assertThat(release()).hasSize(1);
    store.tell("update agency_tasks set not_before = now()");
    assertThat(ready()).isEqualTo(0);
    assertThat(worker.claim(1)).isEmpty();
  }

  @Test
  void ready_tasks_are_found_up_to_so_many() {
    aTask().createdIn(store);
    aTask().createdIn(store);
    aTask().awaitingReview().createdIn(store);
    aTask().inTheBrowser().createdIn(store);

    assertThat(ready()).isEqualTo(2);
    assertThat(store.port(RingForTheUnheard.Store.class).find(Lane.STANDARD, 1)).hasSize(1);
  }

  private List<Due> release() {
    return store.port(ReleaseDueTasks.Store.class).release(HORIZON, 500);
  }

  private int ready() {
    return store.port(RingForTheUnheard.Store.class).find(Lane.STANDARD, 100).size();
  }
}
