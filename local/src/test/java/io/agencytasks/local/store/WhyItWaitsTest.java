package io.agencytasks.local.store;

import static io.agencytasks.domain.task.OnDependencyFailure.CANCEL;
import static io.agencytasks.domain.task.OnDependencyFailure.RUN;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.Remark;
import io.agencytasks.domain.sweep.ReleaseDueTasks;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A task that waits for one which has failed says so, and no longer than that is so (US-009). */
class WhyItWaitsTest {
  private static final String OWN = "The client is on holiday";

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final AHand alice = new AHand(store);

  @ParameterizedTest
  @EnumSource(names = "RUN", mode = EnumSource.Mode.EXCLUDE)
  @Tag("US-009")
  void a_task_made_behind_a_failed_one_says_so(OnDependencyFailure policy) {
    var failed = failed();
    var dependent = aTask().dependingOn(failed).whenTheyFail(policy).createdIn(store);

    assertThat(standing(dependent)).isEqualTo(blockedBy(failed));
    assertThat(worker.claim(10)).isEmpty();
  }

  @Test
  void a_task_that_runs_whatever_happens_has_nothing_to_say() {
    var dependent = aTask().dependingOn(failed()).whenTheyFail(RUN).createdIn(store);

    assertThat(standing(dependent)).isEqualTo("pending: null");
  }

  @Test
  void the_first_of_its_blockers_is_named_though_another_has_failed() {
    var first = aTask().createdIn(store);
    var failed = aTask().createdIn(store);
    var executions = worker.claim(2);
    worker.settle(executions.getLast(), AWorker.GIVE_UP);
    var dependent = aTask().dependingOn(first, failed).createdIn(store);
    assertThat(standing(dependent)).isEqualTo("pending: null");

    worker.settle(executions.getFirst(), AWorker.DONE);

    assertThat(standing(dependent)).isEqualTo(blockedBy(failed));
  }

  @Test
  void it_is_not_said_any_more_once_the_failed_one_has_another_chance() {
    var blocker = aTask().createdIn(store);
    var dependent = aTask().dependingOn(blocker).createdIn(store);
    worker.finish(blocker, AWorker.GIVE_UP);
    assertThat(standing(dependent)).isEqualTo(blockedBy(blocker));

    alice.does(AHand.EXECUTE, blocker);
    assertThat(standing(dependent)).isEqualTo("pending: null");
    assertThat(worker.claimTasks(10)).containsExactly(blocker);
  }

  @Test
  void it_is_said_again_when_that_fails_too() {
    var failed = failed();
    var dependent = aTask().dependingOn(failed).createdIn(store);

    alice.does(AHand.EXECUTE, failed);
    worker.finish(failed, AWorker.GIVE_UP);

    assertThat(standing(dependent)).isEqualTo(blockedBy(failed));
  }

  @Test
  void another_chance_lets_nothing_be_cancelled_and_nothing_be_freed() {
    var failed = failed();
    var doomed = aTask().dependingOn(failed).whenTheyFail(CANCEL).createdIn(store);
    var behind = aTask().dependingOn(doomed).whenTheyFail(CANCEL).createdIn(store);

    alice.does(AHand.status(TaskStatus.PENDING), failed);

    assertThat(standing(doomed)).isEqualTo("pending: null");
    assertThat(standing(behind)).isEqualTo("pending: null");
    assertThat(worker.claimTasks(10)).containsExactly(failed);
  }

  @Test
  void what_a_person_says_of_it_stays_as_long_as_none_fails() {
    var first = aTask().createdIn(store);
    var second = aTask().createdIn(store);
    var dependent = aTask().dependingOn(first, second).createdIn(store);
    alice.does(remark(), dependent);
    var executions = worker.claim(2);

    worker.settle(executions.getFirst(), AWorker.DONE);
    assertThat(standing(dependent)).isEqualTo("pending: " + OWN);
    worker.settle(executions.getLast(), AWorker.DONE);

    assertThat(standing(dependent)).isEqualTo("pending: " + OWN);
  }

  @Test
  void who_comes_to_depend_on_a_failed_one_says_so() {
    var failed = failed();
    var task = aTask().createdIn(store);

    alice.does(depending(failed), task);

    assertThat(standing(task)).isEqualTo(blockedBy(failed));
  }

  @Test
  void who_depends_on_another_instead_says_it_no_longer() {
    var failed = failed();
    var other = aTask().createdIn(store);
    var task = aTask().dependingOn(failed).createdIn(store);

    alice.does(depending(other), task);

    assertThat(standing(task)).isEqualTo("pending: null");
  }

  @Test
  void who_comes_to_depend_on_one_at_work_keeps_what_a_person_said() {
    var other = aTask().createdIn(store);
    var task = aTask().createdIn(store);
    alice.does(remark(), task);

    alice.does(depending(other), task);

    assertThat(standing(task)).isEqualTo("pending: " + OWN);
  }

  @Test
  void who_is_to_run_whatever_happens_says_it_no_longer() {
    var task = aTask().dependingOn(failed()).createdIn(store);

    alice.does(AHand.patch("{\"on_dependency_failure\": \"run\"}"), task);

    assertThat(standing(task)).isEqualTo("pending: null");
    assertThat(worker.claimTasks(10)).containsExactly(task);
  }

  @Test
  void it_is_still_said_when_the_time_of_a_scheduled_task_has_come() {
    var failed = failed();
    var task =
        aTask().scheduledFor(Instant.now().plusSeconds(1)).dependingOn(failed).createdIn(store);

    assertThat(released()).isEqualTo(1);

    assertThat(standing(task)).isEqualTo(blockedBy(failed));
  }

  @Test
  void what_a_person_said_stays_when_the_time_of_a_scheduled_task_has_come() {
    var task = aTask().scheduledFor(Instant.now().plusSeconds(1)).createdIn(store);
    alice.does(remark(), task);

    assertThat(released()).isEqualTo(1);

    assertThat(standing(task)).isEqualTo("pending: " + OWN);
  }

  @Test
  void a_deferred_task_that_comes_back_says_what_it_waits_for() {
    var failed = failed();
    var task = aTask().dependingOn(failed).createdIn(store);
    alice.does(
        AHand.patch("{\"scheduled_for\": \"%s\"}".formatted(Instant.now().plusSeconds(1))), task);
    alice.does(AHand.status(TaskStatus.DEFERRED), task);
    assertThat(standing(task)).isEqualTo("deferred: null");

    assertThat(released()).isEqualTo(1);

    assertThat(standing(task)).isEqualTo(blockedBy(failed));
  }

  @Test
  void a_deferred_task_that_a_person_brings_back_says_what_it_waits_for() {
    var failed = failed();
    var task = aTask().dependingOn(failed).createdIn(store);
    alice.does(AHand.status(TaskStatus.DEFERRED), task);

    alice.does(AHand.status(TaskStatus.PENDING), task);

    assertThat(standing(task)).isEqualTo(blockedBy(failed));
  }

  @Test
  void a_task_that_is_approved_still_says_what_it_waits_for() {
    var failed = failed();
    var task = aTask().awaitingReview().dependingOn(failed).createdIn(store);

    alice.does(AHand.APPROVE, task);

    assertThat(standing(task)).isEqualTo(blockedBy(failed).replace("pending", "queued"));
  }

  private int released() {
    return store.port(ReleaseDueTasks.Store.class).release(Duration.ofMinutes(1), 10).size();
  }

  private TaskId failed() {
    var task = aTask().createdIn(store);
    worker.finish(task, AWorker.GIVE_UP);
    return task;
  }

  private String standing(TaskId task) {
    return store.ask(
        "select status || ': ' || coalesce(status_reason, 'null') from agency_tasks where id = ?",
        task.value());
  }

  private static String blockedBy(TaskId failed) {
    return "pending: Blocked: task %d, which it depends on, is failed.".formatted(failed.value());
  }

  private static Action remark() {
    return new Action.Update(
        TaskPatch.NOTHING, Optional.empty(), Optional.of(new Remark(OWN)), Map.of());
  }

  private static Action depending(TaskId blocker) {
    return AHand.patch("{\"depends_on\": [%d]}".formatted(blocker.value()));
  }
}
