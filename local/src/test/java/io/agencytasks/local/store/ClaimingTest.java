package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskId;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is next, and that each is taken once. */
class ClaimingTest {
  private static final int CAP = 20;

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void the_most_urgent_task_goes_first() {
    var low = aTask().with(Priority.LOW).createdIn(store);
    var medium = aTask().createdIn(store);
    var critical = aTask().with(Priority.CRITICAL).createdIn(store);

    assertThat(worker.claimTasks(1)).containsExactly(critical);
    assertThat(worker.claimTasks(1)).containsExactly(medium);
    assertThat(worker.claimTasks(1)).containsExactly(low);
  }

  @Test
  void what_has_waited_long_enough_overtakes_what_is_critical() {
    aTask().with(Priority.CRITICAL).createdIn(store);
    var old = aTask().with(Priority.LOW).createdIn(store);
    store.tell(
        "update agency_tasks set released_at = now() - interval '25 hours' where id = ?",
        old.value());

    assertThat(worker.claimTasks(1)).containsExactly(old);
  }

  @Test
  void a_tenant_with_a_backlog_does_not_hold_up_another() {
    created(30);
    var bobs = aTask().of(BOB).with(Priority.LOW).createdIn(store);

    assertThat(worker.claimTasks(2)).hasSize(2).contains(bobs);
  }

  @Test
  void the_tenant_with_the_fewest_running_goes_first() {
    created(5);
    worker.claim(3);
    var bobs = IntStream.range(0, 3).mapToObj(n -> aTask().of(BOB).createdIn(store)).toList();

    assertThat(worker.claimTasks(3)).containsExactlyInAnyOrderElementsOf(bobs);
  }

  @Test
  void no_tenant_has_more_running_than_the_cap() {
    created(CAP + 10);

    assertThat(worker.claim(CAP + 10)).hasSize(CAP);
    assertThat(worker.claim(10)).isEmpty();
    store.tell(
        "update agency_tasks set status = 'pending' where status = 'in_progress' and id ="
            + " (select min(id) from agency_tasks)");
    assertThat(worker.claim(10)).isEmpty();
  }

  @Test
  void what_is_not_ready_is_not_taken() {
    var first = aTask().forAPerson().createdIn(store);
    aTask().awaitingReview().createdIn(store);
    aTask().startedByHand().createdIn(store);
    aTask().dependingOn(first).createdIn(store);
    var later = aTask().createdIn(store);
    store.tell(
        "update agency_tasks set not_before = now() + interval '5 seconds' where id = ?",
        later.value());

    assertThat(worker.claim(10)).isEmpty();
  }

  @Test
  void a_claim_brings_all_that_its_executor_needs() {
    var task = aTask().called("Grüße").createdIn(store);

    var claimed = worker.claimOne();

    assertThat(claimed.taskId()).isEqualTo(task);
    assertThat(claimed.title()).isEqualTo("Grüße");
    assertThat(claimed.attempt()).isEqualTo(1);
    assertThat(claimed.config().text()).isEqualTo("{}");
    assertThat(store.ask("select task_uuid from agency_tasks"))
        .isEqualTo(claimed.taskUuid().toString());
    assertThat(
            store.ask(
                "select status || ' ' || triggered_by || ' ' || (lease_until > now())"
                    + " from task_executions"))
        .isEqualTo("started automatic true");
    assertThat(store.ask("select status || ' ' || (started_at is not null) from agency_tasks"))
        .isEqualTo("in_progress true");
    assertThat(
            store.ask(
                "select actor || ' ' || from_status || ' ' || to_status from task_events"
                    + " order by id desc"))
        .isEqualTo("engine pending in_progress");
  }

  @Test
  void a_maximal_configuration_reaches_its_executor() {
    aTask().maximal().createdIn(store);

    assertThat(worker.claimOne().config().text()).hasSizeGreaterThan(16_000);
  }

  @Test
  void attempts_are_numbered_over_the_whole_life_of_a_task() {
    aTask().createdIn(store);
    worker.settle(worker.claimOne(), AWorker.RETRY);
    store.tell("update agency_tasks set not_before = now()");

    assertThat(worker.claimOne().attempt()).isEqualTo(2);
  }

  @Test
  void claimers_at_once_never_share_a_task() {
    created(100);
    IntStream.range(0, 100).forEach(n -> aTask().of(BOB).createdIn(store));

    var claimed =
        AtOnce.times(16, () -> worker.claim(7)).stream()
            .flatMap(List::stream)
            .map(ClaimedExecution::taskId)
            .toList();

    assertThat(new HashSet<>(claimed)).hasSameSizeAs(claimed).isNotEmpty();
    assertThat(store.count("select count(*) from task_executions")).isEqualTo(claimed.size());
    assertThat(
            store.count(
                "select max(running) from (select count(*) as running from task_executions"
                    + " where status = 'started' group by user_id) per_tenant"))
        .isLessThanOrEqualTo(CAP);
  }

  @Test
  void claimers_at_once_all_find_work_though_one_tenant_has_it_all() {
    created(CAP);

    assertThat(AtOnce.times(8, () -> worker.claim(1)))
        .allSatisfy(claimed -> assertThat(claimed).hasSize(1));
  }

  private List<TaskId> created(int count) {
    return IntStream.range(0, count).mapToObj(n -> aTask().of(ALICE).createdIn(store)).toList();
  }
}
