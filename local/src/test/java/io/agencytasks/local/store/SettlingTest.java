package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Settled;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each outcome makes of a task, and whose outcome counts. */
class SettlingTest {
  private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of(AWorker.DONE, "completed", "succeeded", 0),
        Arguments.of(AWorker.RETRY, "pending", "failed", 1),
        Arguments.of(AWorker.GIVE_UP, "failed", "failed", 1),
        Arguments.of(
            new Outcome.NeedsInput("Which one?", Optional.of(LATER)),
            "waiting_input",
            "waiting_input",
            0),
        Arguments.of(new Outcome.RunLater(LATER, "Not yet."), "deferred", "cancelled", 0));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_outcome_leads_to_its_state(Outcome outcome, String task, String execution, int errors) {
    aTask().createdIn(store);

    var settled = worker.settle(worker.claimOne(), outcome);

    assertThat(settled).extracting(Settled::status).hasToString("[%s]".formatted(task));
    assertThat(store.ask("select status from agency_tasks")).isEqualTo(task);
    assertThat(store.count("select error_count from agency_tasks")).isEqualTo(errors);
    assertThat(
            store.ask(
                "select status || ' ' || (completed_at is not null) || ' ' || (duration >= 0)"
                    + " from task_executions"))
        .isEqualTo(execution + " true true");
    assertThat(
            store.ask(
                "select actor || ' ' || from_status || ' ' || to_status from task_events"
                    + " order by id desc"))
        .isEqualTo("engine in_progress " + task);
    assertThat(store.ask("select reason from task_events order by id desc"))
        .isEqualTo(message(outcome));
    if (errors > 0) {
      assertThat(store.ask("select last_error from agency_tasks")).isEqualTo(message(outcome));
      assertThat(store.ask("select error_code || ' ' || error from task_executions"))
          .matches("HTTP_\\d+ .+")
          .endsWith(message(outcome));
    }
  }

  private static String message(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> "null";
      case Outcome.Retry(var why, var after, var uncertain) -> why.message();
      case Outcome.GiveUp(var why) -> why.message();
      case Outcome.NeedsInput(var prompt, var deadline) -> prompt;
      case Outcome.RunLater(var until, var why) -> why;
      case Outcome.Awaits elsewhere -> "null";
    };
  }

  @Test
  void what_an_executor_says_of_a_failure_is_kept_as_far_as_there_is_room_for_it() {
    aTask().createdIn(store);
    var why = new Failure("C".repeat(200), "m".repeat(5000));

    worker.settle(worker.claimOne(), new Outcome.GiveUp(why));

    assertThat(store.ask("select length(error_code) || ' ' || length(error) from task_executions"))
        .isEqualTo("100 2000");
    assertThat(store.count("select length(last_error) from agency_tasks")).isEqualTo(2000);
  }

  @Test
  void a_result_is_kept_with_the_task_and_with_the_execution() {
    aTask().createdIn(store);
    worker.settle(worker.claimOne(), AWorker.DONE);

    assertThat(store.ask("select result ->> 'ok' || ' ' || result_summary from agency_tasks"))
        .isEqualTo("true Done well");
    assertThat(store.ask("select output ->> 'ok' from task_executions")).isEqualTo("true");
  }

  @Test
  void a_question_and_its_deadline_are_kept() {
    aTask().createdIn(store);
    worker.settle(worker.claimOne(), new Outcome.NeedsInput("Which one?", Optional.of(LATER)));

    assertThat(store.ask("select status_reason || (input_deadline > now()) from agency_tasks"))
        .isEqualTo("Which one?true");
  }

  @Test
  void what_runs_later_is_not_ready_until_then() {
    aTask().createdIn(store);
    worker.settle(worker.claimOne(), new Outcome.RunLater(LATER, "Not yet."));

    assertThat(store.ask("select status = 'deferred' and not_before > now() from agency_tasks"))
        .isEqualTo("t");
    assertThat(worker.claim(1)).isEmpty();
  }

  @Test
  void a_second_settle_is_refused() {
    aTask().createdIn(store);
    var execution = worker.claimOne();
    worker.settle(execution, AWorker.DONE);

    assertThat(worker.settle(execution, AWorker.GIVE_UP)).isEmpty();
    assertThat(store.ask("select status from agency_tasks")).isEqualTo("completed");
    assertThat(store.count("select count(*) from task_events")).isEqualTo(3);
  }

  @Test
  void of_settles_at_once_exactly_one_counts() {
    aTask().createdIn(store);
    var execution = worker.claimOne();

    var settled = AtOnce.times(8, () -> worker.settle(execution, AWorker.GIVE_UP).size());

    assertThat(settled.stream().mapToInt(size -> size).sum()).isEqualTo(1);
    assertThat(store.count("select error_count from agency_tasks")).isEqualTo(1);
  }

  @Test
  void an_outcome_of_a_task_that_a_person_cancelled_changes_nothing() {
    aTask().createdIn(store);
    var execution = worker.claimOne();
    store.tell("update agency_tasks set status = 'cancelled'");

    assertThat(worker.settle(execution, AWorker.DONE)).isEmpty();
    assertThat(store.ask("select status from agency_tasks")).isEqualTo("cancelled");
  }

  @Test
  void a_message_that_postgres_cannot_hold_does_not_lose_the_outcome() {
    aTask().createdIn(store);
    var outcome = new Outcome.GiveUp(new Failure("ODD", "It said \0 and left."));

    assertThat(worker.settle(worker.claimOne(), outcome)).hasSize(1);
    assertThat(store.ask("select last_error from agency_tasks"))
        .isEqualTo("It said \uFFFD and left.");
  }

  @Test
  void retries_back_off_within_their_bounds_and_end_after_max_retries() {
    aTask().retriedAtMost(2).createdIn(store);

    for (int failed = 0; failed < 2; failed++) {
      var settled = worker.settle(worker.claimOne(), AWorker.RETRY).getFirst();
      assertThat(settled.runsIn())
          .isBetween(Duration.ZERO, Duration.ofSeconds(10).multipliedBy(1L << failed));
      assertThat(store.ask("select not_before >= updated_at from agency_tasks")).isEqualTo("t");
      store.tell("update agency_tasks set not_before = now()");
    }
    var last = worker.settle(worker.claimOne(), AWorker.RETRY).getFirst();

    assertThat(last.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(last.runsIn()).isNull();
    assertThat(store.ask("select last_error || ' ' || error_count from agency_tasks"))
        .isEqualTo("It is busy. 3");
  }

  @Test
  void the_backoff_never_exceeds_a_quarter_of_an_hour() {
    aTask().retriedAtMost(10).createdIn(store);
    store.tell("update agency_tasks set error_count = 9");

    assertThat(worker.settle(worker.claimOne(), AWorker.RETRY).getFirst().runsIn())
        .isBetween(Duration.ZERO, Duration.ofMinutes(15));
  }

  @Test
  void a_wait_that_the_other_side_asked_for_is_the_least() {
    aTask().createdIn(store);

    var settled =
        worker.settle(worker.claimOne(), AWorker.retryAfter(Optional.of(Duration.ofHours(1))));

    assertThat(settled.getFirst().runsIn()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"600, true", "3600, false"})
  void a_deferred_task_is_rung_for_at_its_time_where_a_doorbell_can_wait_so_long(
      int seconds, boolean rings) {
    aTask().createdIn(store);
    var later = new Outcome.RunLater(Instant.now().plusSeconds(seconds), "Not yet.");

    var runsIn = worker.settle(worker.claimOne(), later).getFirst().runsIn();

    if (rings) {
      assertThat(runsIn).isBetween(Duration.ofSeconds(seconds - 40), Duration.ofSeconds(seconds));
    } else {
      assertThat(runsIn).isNull();
    }
  }

  @Test
  void a_wait_that_the_other_side_asked_for_is_a_day_at_most() {
    aTask().createdIn(store);

    var settled =
        worker.settle(worker.claimOne(), AWorker.retryAfter(Optional.of(Duration.ofDays(3650))));

    assertThat(settled.getFirst().runsIn()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void a_time_out_is_retried_where_that_is_harmless() {
    aTask().createdIn(store);

    assertThat(worker.settleTimedOut(worker.claimOne()))
        .extracting(Settled::status)
        .containsExactly(TaskStatus.PENDING);
    assertThat(store.ask("select status || ' ' || error_stack from task_executions"))
        .isEqualTo("timed_out at here");
  }

  @Test
  void a_time_out_that_may_have_acted_asks_a_person() {
    aTask().askingWhenUncertain().createdIn(store);

    assertThat(worker.settleTimedOut(worker.claimOne()))
        .extracting(Settled::status)
        .containsExactly(TaskStatus.WAITING_INPUT);
    assertThat(store.ask("select status_reason from agency_tasks"))
        .isEqualTo("It may have run: retry, mark done, or cancel?");
  }
}
