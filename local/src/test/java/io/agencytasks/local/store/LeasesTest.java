package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Executions live as long as their worker is heard of. */
class LeasesTest {
  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void a_heartbeat_extends_the_lease_and_tells_what_is_alive() {
    aTask().createdIn(store);
    var execution = worker.claimOne();
    store.tell("update task_executions set lease_until = now() + interval '1 second'");

    assertThat(worker.beat(execution)).containsExactly(execution.token());
    assertThat(store.ask("select lease_until > now() + interval '50 seconds' from task_executions"))
        .isEqualTo("t");
  }

  @Test
  void a_heartbeat_tells_what_was_cancelled() {
    aTask().createdIn(store);
    var execution = worker.claimOne();
    store.tell(
        "update task_executions set status = 'cancelled', lease_until = null, completed_at ="
            + " now()");

    assertThat(worker.beat(execution)).isEmpty();
  }

  @Test
  void what_is_cancelled_by_who_had_begun_before_it_started_took_no_time() throws Exception {
    aTask().createdIn(store);
    try (var cancellation = store.application().getConnection();
        var statement = cancellation.createStatement()) {
      cancellation.setAutoCommit(false);
      statement.execute("select pg_sleep(0.02)");
      worker.claimOne();
      statement.execute("update agency_tasks set status = 'cancelled'");
      cancellation.commit();
    }

    assertThat(store.ask("select status || ' ' || duration from task_executions"))
        .isEqualTo("cancelled 0");
  }

  @Test
  void a_person_who_cancels_in_the_moment_of_the_start_stops_what_was_started() throws Exception {
    var task = aTask().createdIn(store);
    try (var claim = store.application().getConnection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      claim.setAutoCommit(false);
      start(task, claim);
      var cancelled =
          threads.submit(() -> new AHand(store).does(AHand.status(TaskStatus.CANCELLED), task));
      await().until(() -> store.count(WAITING) > 0);
      claim.commit();
      cancelled.get();
    }

    assertThat(store.ask("select status from agency_tasks")).isEqualTo("cancelled");
    assertThat(store.ask("select status || ' ' || error_code from task_executions"))
        .isEqualTo("cancelled CANCELLED");
  }

  /** As a claim does it, which is not committed yet. */
  private static void start(TaskId task, Connection claim) throws SQLException {
    try (var statement = claim.createStatement()) {
      statement.execute(
          """
          insert into task_executions (
            task_id, user_id, lane, triggered_by, lease_until, attempt_number)
          select id, user_id, lane, triggered_by, now() + interval '1 minute', 1
          from agency_tasks
          where id = %1$d;
          update agency_tasks set status = 'in_progress' where id = %1$d
          """
              .formatted(task.value()));
    }
  }

  @Test
  void a_lease_that_holds_is_left_alone() {
    aTask().createdIn(store);
    worker.claimOne();

    assertThat(sweep()).isZero();
  }

  @Test
  void a_lost_execution_is_retried_where_that_is_harmless() {
    aTask().createdIn(store);
    var lost = worker.claimOne();
    letLeasesRunOut();

    assertThat(sweep()).isEqualTo(1);

    assertThat(store.ask("select status || ' ' || error_code from task_executions"))
        .isEqualTo("lost LEASE_LOST");
    assertThat(
            store.ask(
                "select actor || ' ' || from_status || ' ' || to_status from task_events"
                    + " order by id desc"))
        .isEqualTo("sweep in_progress pending");
    var again = worker.claimOne();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(worker.settle(lost, AWorker.DONE)).isEmpty();
    assertThat(worker.settle(again, AWorker.DONE)).hasSize(1);
  }

  @Test
  void a_lost_execution_that_may_have_acted_asks_a_person() {
    aTask().askingWhenUncertain().createdIn(store);
    worker.claimOne();
    letLeasesRunOut();

    assertThat(sweep()).isEqualTo(1);
    assertThat(store.ask("select status || ' ' || status_reason from agency_tasks"))
        .isEqualTo("waiting_input It may have run: retry, mark done, or cancel?");
  }

  @Test
  void the_last_attempt_that_is_lost_fails_the_task() {
    aTask().retriedAtMost(0).createdIn(store);
    worker.claimOne();
    letLeasesRunOut();

    assertThat(sweep()).isEqualTo(1);
    assertThat(store.ask("select status || ' ' || error_count from agency_tasks"))
        .isEqualTo("failed 1");
  }

  @Test
  void an_execution_of_a_cancelled_task_ends_with_it_and_is_not_lost() {
    aTask().createdIn(store);
    worker.claimOne();
    store.tell("update agency_tasks set status = 'cancelled'");

    assertThat(store.ask("select status from task_executions")).isEqualTo("cancelled");
    assertThat(sweep()).isZero();
  }

  @Test
  void sweeps_at_once_count_each_loss_once() {
    IntStream.range(0, 15).forEach(n -> aTask().createdIn(store));
    worker.claim(15);
    letLeasesRunOut();

    var lost = AtOnce.times(4, this::sweep).stream().mapToInt(Integer::intValue).sum();

    assertThat(lost + sweep()).isEqualTo(15);
    assertThat(store.count("select sum(error_count) from agency_tasks")).isEqualTo(15);
  }

  @Test
  void a_sweep_and_a_settle_at_once_agree() {
    for (int round = 0; round < 20; round++) {
      aTask().createdIn(store);
      var execution = worker.claimOne();
      letLeasesRunOut();

      var ended =
          AtOnce.<Integer>all(
              List.of(this::sweep, () -> worker.settle(execution, AWorker.DONE).size()));

      assertThat(ended.getFirst() + ended.getLast()).isEqualTo(1);
      store.tell("update agency_tasks set status = 'cancelled' where status = 'pending'");
    }
  }

  private int sweep() {
    return store.port(EndLostLeases.Store.class).end(500);
  }

  private void letLeasesRunOut() {
    store.tell(
        "update task_executions set lease_until = now() - interval '1 second'"
            + " where status = 'started'");
  }
}
