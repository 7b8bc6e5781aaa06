package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.change.Change.Done;
import io.agencytasks.domain.change.Change.Reason;
import io.agencytasks.domain.change.Change.Refused;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person may have run now, and why not. */
class ExecutingByHandTest {
  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void a_task_that_waits_for_a_hand_is_released() {
    var task = aTask().startedByHand().createdIn(store);

    assertThat(execute(task)).isInstanceOf(Done.class);

    assertThat(store.ask("select status || ' ' || (queued_at is not null) from agency_tasks"))
        .isEqualTo("queued true");
    assertThat(store.ask("select actor || ' ' || to_status from task_events order by id desc"))
        .isEqualTo("user queued");
    assertThat(worker.claimTasks(1)).containsExactly(task);
    assertThat(store.ask("select triggered_by from task_executions")).isEqualTo("manual");
  }

  @Test
  void what_is_asked_for_now_overtakes_its_equals_and_asking_twice_is_worth_no_more() {
    aTask().createdIn(store);
    var wanted = aTask().createdIn(store);
    execute(wanted);
    var headStart = store.count("select max(head_start) from agency_tasks");
    execute(wanted);

    assertThat(store.count("select max(head_start) from agency_tasks")).isEqualTo(headStart);
    assertThat(worker.claimTasks(1)).containsExactly(wanted);
  }

  @Test
  void a_failed_task_gets_a_fresh_round_of_attempts() {
    var task = aTask().retriedAtMost(1).createdIn(store);
    worker.settle(worker.claimOne(), AWorker.GIVE_UP);

    assertThat(execute(task)).isInstanceOf(Done.class);
    assertThat(store.count("select error_count from agency_tasks")).isZero();
    assertThat(worker.claimOne().attempt()).isEqualTo(2);
  }

  @Test
  void a_deferred_task_need_not_wait() {
    var task = aTask().createdIn(store);
    var later = new Outcome.RunLater(Instant.now().plusSeconds(3600), "Not yet.");
    worker.settle(worker.claimOne(), later);

    assertThat(execute(task)).isInstanceOf(Done.class);
    assertThat(worker.claimTasks(1)).containsExactly(task);
  }

  @Test
  void each_reason_not_to_run_is_told() {
    var running = aTask().createdIn(store);
    worker.claimOne();
    var done = aTask().createdIn(store);
    worker.finish(done, AWorker.DONE);
    var asking = aTask().createdIn(store);
    worker.finish(asking, new Outcome.NeedsInput("Which one?", Optional.empty()));
    var review = aTask().awaitingReview().createdIn(store);
    var persons = aTask().forAPerson().createdIn(store);
    var blocked = aTask().dependingOn(done, persons, review).createdIn(store);

    assertThat(execute(running)).isEqualTo(refused(Reason.RUNNING, TaskStatus.IN_PROGRESS));
    assertThat(execute(done)).isEqualTo(refused(Reason.FINAL, TaskStatus.COMPLETED));
    assertThat(execute(asking)).isEqualTo(refused(Reason.WAITING_INPUT, TaskStatus.WAITING_INPUT));
    assertThat(execute(review)).isEqualTo(refused(Reason.REVIEW, TaskStatus.PENDING));
    assertThat(execute(persons)).isEqualTo(refused(Reason.ASSIGNED_TO_PERSON, TaskStatus.PENDING));
    assertThat(execute(blocked))
        .isEqualTo(refused(Reason.BLOCKED, TaskStatus.PENDING, review, persons));
  }

  private Change execute(TaskId task) {
    return new AHand(store).does(new Action.Execute(), task);
  }

  private static Refused refused(Reason reason, TaskStatus now, TaskId... blockers) {
    return new Refused(reason, now, List.of(blockers));
  }
}
