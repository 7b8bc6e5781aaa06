package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.Callback.OnTheWay;
import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.Callbacks;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.TakeCallback;
import io.agencytasks.domain.sweep.EndLostLeases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Executions that go on without a worker, and what lets them be ended. */
class CallbacksTest {
  private static final RandomGenerator CHANCE = new Random(7);
  private static final Instant SOON = Instant.parse("2099-01-01T00:00:00Z");
  private static final OnTheWay HALF = new OnTheWay(2, 1, "Reading page 2", "Page 1 has no prices");

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final Callbacks callbacks = store.port(Callbacks.class);
  private final TakeCallback.Store taking = store.port(TakeCallback.Store.class);
  private final CallbackToken token = CallbackToken.of(CHANCE);

  @Test
  void what_goes_on_elsewhere_stays_started_until_its_time() {
    aTask().createdIn(store);

    handOver();

    assertThat(store.ask("select status || ' ' || status_reason from agency_tasks"))
        .isEqualTo("in_progress It goes on elsewhere; a callback is awaited until " + SOON + ".");
    assertThat(
            store.ask(
                "select status || ' ' || awaits_callback || ' ' || (lease_until = callback_until)"
                    + " || ' ' || (completed_at is null) || ' ' || (duration is null)"
                    + " from task_executions"))
        .isEqualTo("started true true true true");
    assertThat(store.count("select count(*) from task_events where from_status = to_status"))
        .isZero();
  }

  @Test
  void it_has_no_worker_so_no_heartbeat_concerns_it_and_no_cap_counts_it() {
    IntStream.range(0, 21).forEach(n -> aTask().createdIn(store));
    var first = worker.claim(20);
    assertThat(worker.claim(1)).isEmpty();

    first.forEach(execution -> worker.settle(execution, new Outcome.Awaits(SOON)));

    assertThat(worker.beat(first.getFirst())).isEmpty();
    assertThat(store.count("select count(distinct lease_until) from task_executions")).isOne();
    assertThat(worker.claim(1)).hasSize(1);
  }

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of(AWorker.DONE, "completed", "succeeded"),
        Arguments.of(AWorker.RETRY, "pending", "failed"),
        Arguments.of(AWorker.GIVE_UP, "failed", "failed"),
        Arguments.of(
            new Outcome.NeedsInput("Which?", Optional.of(SOON)), "waiting_input", "waiting_input"),
        Arguments.of(new Outcome.RunLater(SOON, "Not yet."), "deferred", "cancelled"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void a_callback_settles_it_as_its_worker_would(Outcome outcome, String task, String execution) {
    aTask().createdIn(store);
    handOver();

    var settled = taking.settle(token, outcome).orElseThrow();

    assertThat(settled.status()).hasToString(task);
    assertThat(store.ask("select status || ' ' || (lease_until is null) from task_executions"))
        .isEqualTo(execution + " true");
    assertThat(store.ask("select status from agency_tasks")).isEqualTo(task);
    assertThat(store.ask("select actor || ' ' || to_status from task_events order by id desc"))
        .isEqualTo("callback " + task);
    assertThat(taking.settle(token, outcome)).isEmpty();
    assertThat(taking.note(token, HALF)).isEmpty();
  }

  @Test
  void what_a_callback_has_tried_again_is_triggered_by_it() {
    aTask().createdIn(store);
    handOver();
    taking.settle(token, AWorker.RETRY);
    store.tell("update agency_tasks set not_before = now()");

    worker.claimOne();

    assertThat(store.ask("select triggered_by from task_executions order by id desc"))
        .isEqualTo("callback");
  }

  @Test
  void a_callback_that_is_faster_than_the_answer_counts_and_the_worker_comes_too_late() {
    aTask().createdIn(store);
    var execution = expecting(SOON);

    assertThat(taking.settle(token, AWorker.DONE)).isPresent();
    assertThat(worker.settle(execution, new Outcome.Awaits(SOON))).isEmpty();

    assertThat(store.ask("select status from agency_tasks")).isEqualTo("completed");
    assertThat(store.ask("select status || awaits_callback from task_executions"))
        .isEqualTo("succeededfalse");
  }

  @Test
  void of_two_callbacks_at_once_one_counts() {
    for (int round = 0; round < 20; round++) {
      aTask().createdIn(store);
      var own = CallbackToken.of(CHANCE);
      callbacks.expect(worker.claimOne(), own, SOON, "Posting.");

      var taken =
          AtOnce.<Boolean>all(
              List.of(
                  () -> taking.settle(own, AWorker.DONE).isPresent(),
                  () -> taking.settle(own, AWorker.GIVE_UP).isPresent()));

      assertThat(taken).containsExactlyInAnyOrder(true, false);
    }
    assertThat(store.count("select count(*) from task_events where actor = 'callback'"))
        .isEqualTo(20);
  }

  @Test
  void a_callback_and_the_answer_at_once_end_it_once() {
    for (int round = 0; round < 20; round++) {
      aTask().createdIn(store);
      var own = CallbackToken.of(CHANCE);
      var execution = worker.claimOne();
      callbacks.expect(execution, own, SOON, "Posting.");

      var taken =
          AtOnce.<Boolean>all(
              List.of(
                  () -> taking.settle(own, AWorker.DONE).isPresent(),
                  () -> !worker.settle(execution, new Outcome.Awaits(SOON)).isEmpty()));

      assertThat(taken.getFirst()).isTrue();
    }
    assertThat(store.ask("select string_agg(distinct status, ' ') from agency_tasks"))
        .isEqualTo("completed");
  }

  @Test
  void a_token_is_good_for_nothing_when_its_time_is_over() {
    aTask().createdIn(store);
    expecting(Instant.now().minusSeconds(1));

    assertThat(taking.note(token, HALF)).isEmpty();
    assertThat(taking.settle(token, AWorker.DONE)).isEmpty();
    assertThat(store.ask("select status from agency_tasks")).isEqualTo("in_progress");
  }

  @Test
  void a_token_is_good_for_nothing_when_its_task_was_cancelled() {
    aTask().createdIn(store);
    handOver();
    store.tell("update agency_tasks set status = 'cancelled'");

    assertThat(taking.note(token, HALF)).isEmpty();
    assertThat(taking.settle(token, AWorker.DONE)).isEmpty();
    assertThat(store.ask("select status from task_executions")).isEqualTo("cancelled");
  }

  @Test
  void what_is_no_token_of_ours_is_good_for_nothing() {
    aTask().createdIn(store);
    handOver();

    assertThat(taking.settle(CallbackToken.of(CHANCE), AWorker.DONE)).isEmpty();
    assertThat(store.ask("select status from agency_tasks")).isEqualTo("in_progress");
  }

  @Test
  void an_execution_that_has_ended_expects_no_callback() {
    aTask().createdIn(store);
    var execution = worker.claimOne();
    worker.settle(execution, AWorker.DONE);

    assertThat(callbacks.expect(execution, token, SOON, "Posting.")).isFalse();
  }

  @Test
  void the_database_has_the_hash_of_a_token_and_not_the_token() {
    aTask().createdIn(store);
    handOver();

    assertThat(store.ask("select to_jsonb(e) from task_executions e"))
        .contains("callback_hash")
        .doesNotContain(token.value());
    assertThat(token).asString().doesNotContain(token.value());
  }

  @Test
  void how_far_it_is_can_be_seen_and_every_line_of_its_log_survives() {
    aTask().createdIn(store);
    var execution = expecting(SOON);

    taking.note(token, HALF);
    worker.settle(execution, new Outcome.Awaits(SOON));
    taking.note(token, new OnTheWay(2, 2, null, null));
    taking.settle(token, AWorker.DONE);

    assertThat(
            store.ask(
                "select steps_completed || ' of ' || steps_total || coalesce(current_step, '')"
                    + " from task_executions"))
        .isEqualTo("2 of 2");
    assertThat(
            store.ask(
                "select string_agg(line ->> 'message', ' | ') from task_executions,"
                    + " jsonb_array_elements(logs) line"))
        .isEqualTo("Posting. | Page 1 has no prices | It was called back, and told how it ended.");
  }

  @Test
  void whoever_tells_much_leaves_room_for_how_it_ends() {
    aTask().createdIn(store);
    handOver();

    for (int i = 0; i < 50; i++) {
      assertThat(taking.note(token, new OnTheWay(50, i, "🦉".repeat(255), "🦉".repeat(1_000))))
          .isPresent();
    }
    taking.settle(token, AWorker.DONE);

    assertThat(store.count("select octet_length(logs::text) from task_executions"))
        .isLessThan(20_480);
    assertThat(store.ask("select logs -> -1 ->> 'message' from task_executions"))
        .isEqualTo("It was called back, and told how it ended.");
  }

  @Test
  void where_no_callback_came_the_sweep_says_so_and_asks_whether_it_has_acted() {
    aTask().askingWhenUncertain().createdIn(store);
    handOver();
    store.tell("update task_executions set lease_until = timestamptz '2026-01-02 03:04:05Z'");

    assertThat(store.port(EndLostLeases.Store.class).end(10)).isOne();

    assertThat(store.ask("select status || ' ' || error_code || ' ' || error from task_executions"))
        .isEqualTo("timed_out NO_CALLBACK No callback came by 2026-01-02T03:04:05.000000Z.");
    assertThat(store.ask("select status || ' ' || status_reason from agency_tasks"))
        .isEqualTo("waiting_input It may have run: retry, mark done, or cancel?");
    assertThat(store.ask("select reason from task_events order by id desc"))
        .startsWith("No callback came by 2026-01-02");
    assertThat(taking.settle(token, AWorker.DONE)).isEmpty();
  }

  @Test
  void where_none_came_and_a_repeat_does_no_harm_it_is_tried_again() {
    aTask().createdIn(store);
    handOver();
    store.tell("update task_executions set lease_until = now() - interval '1 second'");

    store.port(EndLostLeases.Store.class).end(10);

    assertThat(store.ask("select status from agency_tasks")).isEqualTo("pending");
    assertThat(worker.claimOne().attempt()).isEqualTo(2);
  }

  private void handOver() {
    worker.settle(expecting(SOON), new Outcome.Awaits(SOON));
  }

  private ClaimedExecution expecting(Instant until) {
    var execution = worker.claimOne();
    assertThat(callbacks.expect(execution, token, until, "Posting.")).isTrue();
    return execution;
  }
}
