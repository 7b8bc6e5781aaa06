package io.agencytasks.local.store;

import static io.agencytasks.domain.task.OnDependencyFailure.CANCEL;
import static io.agencytasks.domain.task.OnDependencyFailure.RUN;
import static io.agencytasks.domain.task.OnReviewExpiry.ESCALATE;
import static io.agencytasks.domain.task.OnReviewExpiry.HOLD;
import static io.agencytasks.domain.task.OnReviewExpiry.REJECT;
import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.sweep.ExpireInputs;
import io.agencytasks.domain.sweep.ExpireReviews;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.domain.task.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sweep does when nobody answered or reviewed in time. */
class ExpiringTest {
  private static final Json BLUE = new Json("{\"colour\":\"blue\"}");

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private final Instant past = now.minus(Duration.ofMinutes(5));
  private final Instant later = now.plus(Duration.ofHours(5));

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final AHand alice = new AHand(store);

  @Test
  void what_a_task_asks_and_until_when_is_shown_and_the_answer_reaches_its_executor() {
    var task = asking(later);

    assertThat(shown(task).statusReason()).isEqualTo("Which colour?");
    assertThat(shown(task).inputDeadline()).isEqualTo(later);
    assertThat(expireInputs()).isZero();

    alice.does(new Action.GiveInput(BLUE), task);

    assertThat(shown(task).inputDeadline()).isNull();
    assertThat(worker.claimOne().input()).isEqualTo(BLUE);
  }

  @Test
  void input_that_does_not_come_in_time_fails_the_task_once_and_says_why() {
    var task = asking(past);

    assertThat(expireInputs()).isEqualTo(1);
    assertThat(expireInputs()).isZero();

    var reason = "No input was given by %s.".formatted(inUtc(past));
    assertThat(standing(task)).isEqualTo("failed: " + reason);
    assertThat(shown(task).lastError()).isEqualTo(reason);
    assertThat(shown(task).inputDeadline()).isNull();
    assertThat(lastEvent(task)).isEqualTo("sweep waiting_input failed " + reason);
    alice.does(AHand.EXECUTE, task);
    assertThat(worker.claimTasks(10)).containsExactly(task);
  }

  @Test
  void what_waits_for_a_task_that_got_no_input_is_settled_with_it() {
    var task = asking(past);
    var cancelled = aTask().dependingOn(task).whenTheyFail(CANCEL).createdIn(store);
    var runs = aTask().dependingOn(task).whenTheyFail(RUN).createdIn(store);

    expireInputs();

    assertThat(standing(cancelled)).startsWith("cancelled: Cancelled: task " + task.value());
    assertThat(worker.claimTasks(10)).containsExactly(runs);
  }

  @Test
  void sweeps_at_once_and_an_answer_agree() {
    for (int round = 0; round < 10; round++) {
      var task = asking(past);
      var made =
          AtOnce.<Object>all(
              List.of(
                  this::expireInputs,
                  this::expireInputs,
                  () -> alice.does(new Action.GiveInput(new Json("1")), task)));

      var expired = (int) made.get(0) + (int) made.get(1);
      assertThat(standing(task)).startsWith(expired == 1 ? "failed" : "pending");
      alice.does(AHand.CANCEL, task);
    }
  }

  @Test
  void a_review_that_is_held_is_waited_for_on_and_says_so_once() {
    var task = aTask().awaitingReviewUntil(past, HOLD).createdIn(store);

    assertThat(expireReviews()).isEqualTo(1);
    assertThat(expireReviews()).isZero();

    assertThat(standing(task))
        .isEqualTo("pending: Review deadline passed, and it still awaits review");
    assertThat(lastEvent(task))
        .isEqualTo("sweep pending pending Review deadline passed, and it still awaits review");
    assertThat(
            store.ask(
                "select changes #>> '{reviewDeadline,before}' from task_events order by id desc"))
        .isEqualTo(inUtc(past));
    assertThat(shown(task).reviewDeadline()).isNull();
    alice.does(AHand.APPROVE, task);
    assertThat(worker.claimTasks(10)).containsExactly(task);
  }

  @Test
  void a_review_that_is_overdue_rejects_where_the_task_says_so() {
    var task = aTask().awaitingReviewUntil(past, REJECT).createdIn(store);
    var dependent = aTask().dependingOn(task).whenTheyFail(CANCEL).createdIn(store);

    assertThat(expireReviews()).isEqualTo(1);

    assertThat(standing(task)).isEqualTo("cancelled: Review deadline passed");
    assertThat(lastEvent(task)).isEqualTo("sweep pending cancelled Review deadline passed");
    assertThat(shown(task).humanReviewedBy()).isNull();
    assertThat(standing(dependent)).startsWith("cancelled");
  }

  @ParameterizedTest
  @CsvSource({"LOW, MEDIUM", "MEDIUM, HIGH", "HIGH, CRITICAL", "CRITICAL, CRITICAL"})
  void a_review_that_is_overdue_raises_the_priority_by_one_step(Priority before, Priority after) {
    var task = aTask().with(before).awaitingReviewUntil(past, ESCALATE).createdIn(store);

    assertThat(expireReviews()).isEqualTo(1);
    assertThat(expireReviews()).isZero();

    assertThat(shown(task).priority()).isEqualTo(after);
    assertThat(shown(task).requiresHumanReview()).isTrue();
    assertThat(standing(task))
        .isEqualTo("pending: Review deadline passed, its priority is now " + after);
    assertThat(store.count("select head_start from agency_tasks"))
        .isEqualTo(HeadStart.USUAL.of(after, Urgency.NORMAL).toSeconds());
  }

  @Test
  void what_was_reviewed_in_time_or_has_time_left_is_left_alone() {
    var approved = aTask().awaitingReviewUntil(past, REJECT).createdIn(store);
    alice.does(AHand.APPROVE, approved);
    var dropped = aTask().awaitingReviewUntil(past, ESCALATE).createdIn(store);
    alice.does(AHand.CANCEL, dropped);
    aTask().awaitingReviewUntil(later, REJECT).createdIn(store);

    assertThat(expireReviews()).isZero();
    assertThat(shown(approved).reviewDeadline()).isNull();
    assertThat(shown(approved).onReviewExpiry()).isEqualTo(REJECT);
  }

  @Test
  void a_question_stays_where_a_review_is_overdue_besides() {
    var task = asking(later);
    store.tell(
        """
        update agency_tasks
        set requires_human_review = true, review_deadline = now(), on_review_expiry = 'escalate'
        """);

    assertThat(expireReviews()).isEqualTo(1);

    assertThat(standing(task)).isEqualTo("waiting_input: Which colour?");
  }

  @Test
  void a_round_does_no_more_than_it_may() {
    for (int n = 0; n < 5; n++) {
      aTask().awaitingReviewUntil(past, REJECT).createdIn(store);
    }
    var reviews = store.port(ExpireReviews.Store.class);

    assertThat(reviews.expire(3)).isEqualTo(3);
    assertThat(reviews.expire(3)).isEqualTo(2);
  }

  private TaskId asking(Instant deadline) {
    var task = aTask().createdIn(store);
    worker.settle(
        worker.claimOne(), new Outcome.NeedsInput("Which colour?", Optional.of(deadline)));
    return task;
  }

  private int expireInputs() {
    return store.port(ExpireInputs.Store.class).expire(500);
  }

  private int expireReviews() {
    return store.port(ExpireReviews.Store.class).expire(500);
  }

  private TaskSummary shown(TaskId task) {
    return store.port(GetTask.Store.class).find(ALICE, task).orElseThrow().task().summary();
  }

  private String inUtc(Instant time) {
    return store.ask("select in_utc(cast(? as timestamptz))", time.toString());
  }

  private String standing(TaskId task) {
    return store.ask(
        "select concat_ws(': ', status, status_reason) from agency_tasks where id = ?",
        task.value());
  }

  private String lastEvent(TaskId task) {
    return store.ask(
        """
        select concat_ws(' ', actor, from_status, to_status, reason)
        from task_events where task_id = ? order by id desc
        """,
        task.value());
  }
}
