package io.agencytasks.local.store;

import static io.agencytasks.domain.task.OnDependencyFailure.BLOCK;
import static io.agencytasks.domain.task.OnDependencyFailure.CANCEL;
import static io.agencytasks.domain.task.OnDependencyFailure.RUN;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.change.Selection;
import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The end of a task reaches all that it concerns, however far away, in one statement. */
class CascadesTest {
  private static final int LONG = 1000;

  /** Half of what the Data API gives a statement, for a machine that is busy with others. */
  private static final Duration IN_TIME = Duration.ofSeconds(22);

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final AHand alice = new AHand(store);

  @Test
  void one_failure_cancels_a_chain_of_a_thousand() {
    var chain = AChain.of(LONG, CANCEL, store);
    var execution = worker.claimOne();

    within(() -> worker.settle(execution, AWorker.GIVE_UP));

    assertCancelledBehindItsHead(chain);
  }

  @Test
  void one_person_cancels_a_chain_of_a_thousand() {
    var chain = AChain.of(LONG, CANCEL, store);

    within(() -> alice.does(AHand.CANCEL, chain.head()));

    assertCancelledBehindItsHead(chain);
  }

  @Test
  void one_lost_lease_cancels_a_chain_of_a_thousand() {
    var chain = AChain.of(LONG, CANCEL, store);
    worker.claimOne();
    store.tell("update task_executions set lease_until = now() - interval '1 second'");

    within(() -> store.port(EndLostLeases.Store.class).end(500));

    assertCancelledBehindItsHead(chain);
  }

  @Test
  void a_chain_that_is_cancelled_whole_is_cancelled_by_its_owner_alone() {
    var chain = AChain.of(LONG, CANCEL, store);

    within(() -> alice.all(AHand.CANCEL, new Selection(chain.ids(), IfMatch.ANY, false, false)));

    assertThat(chain.count("cancelled")).isEqualTo(LONG);
    assertThat(store.count("select count(*) from task_events where actor = 'dependency'")).isZero();
  }

  @Test
  void a_chain_of_a_thousand_runs_through_link_by_link() {
    var chain = AChain.of(LONG, BLOCK, store);

    for (var link : chain.ids()) {
      var execution = worker.claimOne();
      assertThat(execution.taskId()).isEqualTo(link);
      worker.settle(execution, AWorker.DONE);
    }

    assertThat(chain.count("completed")).isEqualTo(LONG);
  }

  @Test
  void policies_that_are_mixed_each_do_their_own() {
    var top = aTask().createdIn(store);
    var cancelled = aTask().dependingOn(top).whenTheyFail(CANCEL).createdIn(store);
    var runs = aTask().dependingOn(cancelled).whenTheyFail(RUN).createdIn(store);
    var blocked = aTask().dependingOn(cancelled).whenTheyFail(BLOCK).createdIn(store);
    var behindBlocked = aTask().dependingOn(blocked).whenTheyFail(CANCEL).createdIn(store);
    var both = aTask().dependingOn(cancelled, runs).whenTheyFail(RUN).createdIn(store);

    worker.finish(top, AWorker.GIVE_UP);

    assertThat(standing(cancelled))
        .isEqualTo(
            "cancelled: Cancelled: task %d, which it depends on, is failed."
                .formatted(top.value()));
    assertThat(standing(runs)).isEqualTo("pending: no reason");
    assertThat(standing(blocked))
        .isEqualTo(
            "pending: Blocked: task %d, which it depends on, is cancelled."
                .formatted(cancelled.value()));
    assertThat(standing(behindBlocked)).isEqualTo("pending: no reason");
    assertThat(blockerOf(both)).isEqualTo(Long.toString(runs.value()));
    assertThat(worker.claimTasks(10)).containsExactly(runs);
  }

  @Test
  void what_is_unblocked_and_what_is_left_blocked_both_have_it_in_their_events() {
    var top = aTask().createdIn(store);
    var runs = aTask().dependingOn(top).whenTheyFail(RUN).createdIn(store);
    var blocked = aTask().dependingOn(top).createdIn(store);

    worker.finish(top, AWorker.GIVE_UP);

    assertThat(lastEvent(runs))
        .isEqualTo("dependency pending pending What it waited for has ended");
    assertThat(lastEvent(blocked))
        .isEqualTo(
            "dependency pending pending Blocked: task %d, which it depends on, is failed."
                .formatted(top.value()));
  }

  @Test
  void a_hundred_that_wait_for_one_are_freed_and_the_first_of_them_rung_for() {
    var one = aTask().createdIn(store);
    var fan = fanOf(100, one);

    var settled = worker.settle(worker.claimOne(), AWorker.DONE).getFirst();

    assertThat(settled.unblocks()).extracting(Bell::task).isEqualTo(fan.subList(0, 10));
    assertThat(claimedOneByOne()).isEqualTo(Set.copyOf(fan));
  }

  @Test
  void one_that_waits_for_a_hundred_is_freed_by_the_last() {
    var fan = IntStream.range(0, 100).mapToObj(n -> aTask().createdIn(store)).toList();
    var foot = aTask().dependingOn(fan.toArray(TaskId[]::new)).createdIn(store);
    var complete = AHand.status(TaskStatus.COMPLETED);

    var rest = new Selection(fan.subList(1, 100), IfMatch.ANY, false, false);
    alice.all(complete, rest);
    assertThat(blockerOf(foot)).isEqualTo(Long.toString(fan.getFirst().value()));
    alice.does(complete, fan.getFirst());

    assertThat(worker.claimTasks(10)).containsExactly(foot);
  }

  @Test
  void what_a_person_completes_or_cancels_rings_for_those_that_waited() {
    var done = aTask().startedByHand().createdIn(store);
    var dropped = aTask().startedByHand().createdIn(store);
    var first = aTask().dependingOn(done).createdIn(store);
    var second = aTask().dependingOn(dropped).whenTheyFail(RUN).createdIn(store);

    assertThat(rings(AHand.status(TaskStatus.COMPLETED), done)).containsExactly(first);
    assertThat(rings(AHand.CANCEL, dropped)).containsExactly(second);
    assertThat(worker.claimTasks(10)).containsExactly(first, second);
  }

  @Test
  void a_failed_task_that_is_executed_again_and_completes_unblocks() {
    var blocker = aTask().createdIn(store);
    var dependent = aTask().dependingOn(blocker).createdIn(store);
    worker.finish(blocker, AWorker.GIVE_UP);
    assertThat(worker.claim(10)).isEmpty();

    alice.does(AHand.EXECUTE, blocker);
    worker.finish(blocker, AWorker.DONE);

    assertThat(standing(dependent)).isEqualTo("pending: no reason");
    assertThat(worker.claimTasks(10)).containsExactly(dependent);
  }

  @Test
  void what_a_task_asks_is_not_overwritten_by_what_became_of_its_dependencies() {
    var task = aTask().createdIn(store);
    var other = aTask().startedByHand().createdIn(store);
    store.tell(
        """
        insert into task_dependencies values (?, ?)
        """,
        task.value(),
        other.value());
    store.tell(
        "update agency_tasks set status = 'in_progress', started_at = now() where id = ?",
        task.value());
    store.tell(
        """
        update agency_tasks
        set status = 'waiting_input', status_reason = 'Which colour?', blocked_by = ?
        where id = ?
        """,
        other.value(),
        task.value());

    alice.does(AHand.CANCEL, other);

    assertThat(standing(task)).isEqualTo("waiting_input: Which colour?");
  }

  @Test
  void a_cascade_and_what_people_do_in_its_way_at_once_leave_no_task_behind() {
    for (int round = 0; round < 20; round++) {
      var chain = AChain.of(30, CANCEL, store);
      var execution = worker.claimOne();
      var middle = chain.ids().get(15);

      AtOnce.<Object>all(
          List.of(
              () -> worker.settle(execution, AWorker.GIVE_UP),
              () -> alice.does(AHand.CANCEL, middle),
              () -> aTask().dependingOn(chain.last()).whenTheyFail(CANCEL).offeredTo(store)));

      assertThat(store.count("select count(*) from agency_tasks where status = 'pending'"))
          .isZero();
    }
  }

  private static void within(Runnable work) {
    long start = System.nanoTime();
    work.run();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
  }

  private void assertCancelledBehindItsHead(AChain chain) {
    var before = new TaskId(chain.last().value() - 1);
    assertThat(standing(chain.last()))
        .isEqualTo(
            "cancelled: Cancelled: task %d, which it depends on, is cancelled."
                .formatted(before.value()));
    assertThat(store.count("select count(*) from agency_tasks where status = 'pending'")).isZero();
    assertThat(
            store.count(
                """
                select count(distinct task_id)
                from task_events
                where actor = 'dependency' and to_status = 'cancelled'
                """))
        .isEqualTo(LONG - 1);
  }

  private List<TaskId> fanOf(int wide, TaskId one) {
    return IntStream.range(0, wide)
        .mapToObj(n -> aTask().dependingOn(one).createdIn(store))
        .toList();
  }

  /** An owner's tasks run few at a time, so each is settled before the next are claimed. */
  private Set<TaskId> claimedOneByOne() {
    var claimed = new HashSet<TaskId>();
    for (var some = worker.claim(10); !some.isEmpty(); some = worker.claim(10)) {
      some.forEach(
          execution -> {
            assertThat(claimed.add(execution.taskId())).isTrue();
            worker.settle(execution, AWorker.DONE);
          });
    }
    return claimed;
  }

  private List<TaskId> rings(Action action, TaskId task) {
    return alice
        .all(action, new Selection(List.of(task), IfMatch.ANY, false, false))
        .rings()
        .stream()
        .map(Bell::task)
        .toList();
  }

  private String standing(TaskId task) {
    return store.ask(
        "select status || ': ' || coalesce(status_reason, 'no reason') from agency_tasks where id ="
            + " ?",
        task.value());
  }

  private String blockerOf(TaskId task) {
    return store.ask("select blocked_by from agency_tasks where id = ?", task.value());
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
