package io.agencytasks.local.store;

import static io.agencytasks.domain.task.OnDependencyFailure.CANCEL;
import static io.agencytasks.domain.task.OnDependencyFailure.RUN;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.TaskId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the end of a task does to those that wait for it. */
class DependenciesTest {
  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void the_end_of_the_last_blocker_makes_a_task_ready() {
    var first = aTask().createdIn(store);
    var second = aTask().createdIn(store);
    var dependent = aTask().dependingOn(first, second).createdIn(store);
    var executions = worker.claim(10);

    assertThat(worker.settle(executions.getFirst(), AWorker.DONE).getFirst().unblocks())
        .extracting(Bell::task)
        .containsExactly(dependent);
    assertThat(worker.claim(10)).isEmpty();
    worker.settle(executions.getLast(), AWorker.DONE);

    assertThat(worker.claimTasks(10)).containsExactly(dependent);
    assertThat(store.ask("select triggered_by from task_executions order by id desc"))
        .isEqualTo("dependency");
  }

  @Test
  void a_task_that_nobody_waits_for_unblocks_nothing() {
    aTask().createdIn(store);

    assertThat(worker.settle(worker.claimOne(), AWorker.DONE).getFirst().unblocks()).isEmpty();
  }

  @Test
  void two_blockers_that_end_at_once_unblock_exactly_once() {
    for (int round = 0; round < 25; round++) {
      var first = aTask().createdIn(store);
      var second = aTask().createdIn(store);
      var dependent = aTask().dependingOn(first, second).createdIn(store);
      var blockers = worker.claim(2);

      AtOnce.all(
          List.of(
              () -> worker.settle(blockers.getFirst(), AWorker.DONE),
              () -> worker.settle(blockers.getLast(), AWorker.DONE)));

      var execution = worker.claimOne();
      assertThat(execution.taskId()).isEqualTo(dependent);
      worker.settle(execution, AWorker.DONE);
    }
  }

  @Test
  void a_failure_leaves_dependents_blocked_and_says_why() {
    var blocker = aTask().createdIn(store);
    var dependent = aTask().dependingOn(blocker).createdIn(store);
    worker.finish(blocker, AWorker.GIVE_UP);

    assertThat(standing(dependent))
        .isEqualTo(
            "pending, blocked by %1$d: Blocked: task %1$d, which it depends on, is failed."
                .formatted(blocker.value()));
    assertThat(worker.claim(10)).isEmpty();
  }

  @Test
  void a_blocker_that_succeeds_after_all_unblocks() {
    var blocker = aTask().createdIn(store);
    var dependent = aTask().dependingOn(blocker).createdIn(store);
    worker.finish(blocker, AWorker.GIVE_UP);
    store.tell("update agency_tasks set status = 'pending' where id = ?", blocker.value());
    worker.finish(blocker, AWorker.DONE);

    assertThat(standing(dependent)).isEqualTo("pending, blocked by nothing: no reason");
  }

  @Test
  void a_task_that_was_dropped_while_blocked_is_free_once_its_blocker_is_done() {
    var blocker = aTask().createdIn(store);
    var dependent = aTask().dependingOn(blocker).createdIn(store);
    store.tell("update agency_tasks set status = 'failed' where id = ?", dependent.value());
    worker.finish(blocker, AWorker.DONE);

    assertThat(standing(dependent)).isEqualTo("failed, blocked by nothing: no reason");
  }

  @Test
  void a_cancelled_blocker_cascades_through_those_that_say_so() {
    var blocker = aTask().createdIn(store);
    var child = aTask().dependingOn(blocker).whenTheyFail(CANCEL).createdIn(store);
    var grandchild = aTask().dependingOn(child).whenTheyFail(CANCEL).createdIn(store);
    store.tell("update agency_tasks set status = 'cancelled' where id = ?", blocker.value());

    assertThat(standing(child))
        .endsWith(
            "Cancelled: task %d, which it depends on, is cancelled.".formatted(blocker.value()));
    assertThat(standing(grandchild))
        .startsWith("cancelled")
        .endsWith("task %d, which it depends on, is cancelled.".formatted(child.value()));
    assertThat(eventsOf(child, "dependency")).isEqualTo(1);
    assertThat(eventsOf(grandchild, "dependency")).isEqualTo(1);
  }

  @Test
  void a_diamond_is_cancelled_once_at_its_foot() {
    var top = aTask().createdIn(store);
    var left = aTask().dependingOn(top).whenTheyFail(CANCEL).createdIn(store);
    var right = aTask().dependingOn(top).whenTheyFail(CANCEL).createdIn(store);
    var foot = aTask().dependingOn(left, right).whenTheyFail(CANCEL).createdIn(store);
    worker.finish(top, AWorker.GIVE_UP);

    assertThat(List.of(standing(left), standing(right), standing(foot)))
        .allSatisfy(standing -> assertThat(standing).startsWith("cancelled"));
    assertThat(eventsOf(foot, "dependency")).isEqualTo(1);
  }

  @Test
  void a_diamond_that_succeeds_frees_its_foot_at_the_end() {
    var top = aTask().createdIn(store);
    var left = aTask().dependingOn(top).createdIn(store);
    var right = aTask().dependingOn(top).createdIn(store);
    var foot = aTask().dependingOn(left, right).createdIn(store);

    worker.finish(top, AWorker.DONE);
    var sides = worker.claim(10);
    assertThat(sides).hasSize(2);
    sides.forEach(side -> worker.settle(side, AWorker.DONE));

    assertThat(worker.claimTasks(10)).containsExactly(foot);
  }

  @Test
  void a_task_that_runs_whatever_happens_is_freed_by_a_failure() {
    var blocker = aTask().createdIn(store);
    var dependent = aTask().dependingOn(blocker).whenTheyFail(RUN).createdIn(store);
    worker.finish(blocker, AWorker.GIVE_UP);

    assertThat(worker.claimTasks(10)).containsExactly(dependent);
  }

  @Test
  void a_task_created_while_its_blocker_ends_is_never_left_behind() {
    for (int round = 0; round < 25; round++) {
      var blocker = aTask().createdIn(store);
      var execution = worker.claimOne();

      AtOnce.<Object>all(
          List.of(
              () -> worker.settle(execution, AWorker.DONE),
              () -> aTask().dependingOn(blocker).createdIn(store)));

      worker.settle(worker.claimOne(), AWorker.DONE);
    }
  }

  private String standing(TaskId task) {
    return store.ask(
        """
        select status || ', blocked by ' || coalesce(cast(blocked_by as text), 'nothing')
               || ': ' || coalesce(status_reason, 'no reason')
        from agency_tasks where id = ?
        """,
        task.value());
  }

  private long eventsOf(TaskId task, String actor) {
    return store.count(
        "select count(*) from task_events where task_id = ? and actor = ?", task.value(), actor);
  }
}
