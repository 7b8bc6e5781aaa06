package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.task.Priority;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody starves: neither behind a tenant's backlog nor behind what is more urgent. */
class FairnessTest {
  private static final int CAP = 20;
  private static final int MANY = 10_000;

  private final TheStore store = TheStore.emptied();
  private final Backlog backlog = new Backlog(store);
  private final AWorker worker = new AWorker(store);

  @Test
  void ten_critical_tasks_start_before_any_further_one_of_ten_thousand_low_ones() {
    backlog.of("alice", MANY, Priority.LOW, Duration.ofHours(1));
    worker.claim(3);
    var critical =
        IntStream.range(0, 10)
            .mapToObj(n -> aTask().with(Priority.CRITICAL).createdIn(store))
            .toList();

    assertThat(worker.claimTasks(10)).containsExactlyInAnyOrderElementsOf(critical);
  }

  @Test
  void low_tasks_older_than_the_head_start_go_before_fresh_critical_ones() {
    backlog.of("alice", 1, Priority.LOW, Duration.ofHours(25));
    var critical = aTask().with(Priority.CRITICAL).createdIn(store);

    assertThat(worker.claimTasks(1)).doesNotContain(critical);
    assertThat(worker.claimTasks(1)).containsExactly(critical);
  }

  @Test
  void each_of_fifty_tenants_starts_in_the_next_free_slots_though_one_has_ten_thousand() {
    backlog.of("alice", MANY, Priority.CRITICAL, Duration.ofHours(1));
    worker.claim(3);
    backlog.ofTenants("tenant", 50, 1);

    for (int claims = 0; claims < 5; claims++) {
      assertThat(worker.claim(10)).hasSize(10);
    }

    assertThat(
            store.count(
                "select count(distinct user_id) from task_executions e"
                    + " join users u on u.id = e.user_id where u.subject like 'tenant%'"))
        .isEqualTo(50);
  }

  @Test
  void claims_at_once_never_exceed_a_tenants_cap_and_reach_it() {
    backlog.of("alice", 300, Priority.MEDIUM, Duration.ZERO);
    backlog.of("bob", 5, Priority.MEDIUM, Duration.ZERO);

    for (int round = 1; round <= 10; round++) {
      var claimed = AtOnce.times(8, () -> worker.claim(10));

      assertThat(mostRunning()).isEqualTo(CAP);
      worker.settleAll(claimed.stream().flatMap(List::stream).toList(), AWorker.DONE);
    }
    assertThat(store.count("select count(*) from task_executions")).isEqualTo(205);
  }

  @Test
  void each_of_two_hundred_tenants_starts_one_task_before_any_starts_two() {
    backlog.ofTenants("tenant", 200, 3);

    assertThat(tenantsAfter(20)).isEqualTo(200);
  }

  @Test
  void whoever_has_all_of_the_most_urgent_does_not_hide_two_hundred_others() {
    backlog.of("alice", 1_000, Priority.CRITICAL, Duration.ofHours(1));
    backlog.ofTenants("tenant", 199, 1);

    assertThat(tenantsAfter(20)).isEqualTo(200);
  }

  @Test
  void the_most_urgent_of_two_hundred_who_run_nothing_goes_first() {
    backlog.ofTenants("tenant", 200, 3);
    var critical = aTask().with(Priority.CRITICAL).createdIn(store);

    assertThat(worker.claimTasks(1)).containsExactly(critical);
  }

  /** How many have a task running after so many claims of ten. */
  private long tenantsAfter(int claims) {
    for (int claim = 0; claim < claims; claim++) {
      assertThat(worker.claim(10)).hasSize(10);
    }
    return store.count("select count(distinct user_id) from task_executions");
  }

  @Test
  void claims_of_many_tenants_at_once_all_find_what_they_ask_for() {
    backlog.ofTenants("tenant", 150, 3);

    var claimed =
        AtOnce.times(8, () -> worker.claim(10)).stream()
            .peek(each -> assertThat(each).hasSize(10))
            .flatMap(List::stream)
            .map(ClaimedExecution::taskId)
            .toList();

    assertThat(new HashSet<>(claimed)).hasSize(80);
  }

  @Test
  void claims_at_once_all_find_work_though_each_tenant_has_one_task() {
    backlog.ofTenants("tenant", 80, 1);

    assertThat(AtOnce.times(8, () -> worker.claim(10)))
        .allSatisfy(claimed -> assertThat(claimed).hasSize(10));
    assertThat(worker.claim(10)).isEmpty();
  }

  @Test
  void a_task_that_somebody_is_changing_does_not_keep_its_tenants_others_from_starting()
      throws Exception {
    var held = aTask().of(BOB).with(Priority.CRITICAL).createdIn(store);
    var other = aTask().of(BOB).createdIn(store);
    try (var connection = store.superuser().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select from agency_tasks where id = %d for update".formatted(held.value()));

      assertThat(worker.claimTasks(10)).containsExactly(other);
    }
  }

  private long mostRunning() {
    return store.count(
        "select max(running) from (select count(*) as running from task_executions"
            + " where status = 'started' group by user_id) per_tenant");
  }
}
