package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.sweep.KeepReadyTenants;
import org.junit.jupiter.api.Test;

/** Who claims go by, kept as tasks become ready and put right by the sweep. */
class ReadyTenantsTest {
  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final KeepReadyTenants sweep =
      new KeepReadyTenants(store.port(KeepReadyTenants.Store.class));

  @Test
  void a_tenant_is_there_once_a_task_is_ready() {
    aTask().awaitingReview().createdIn(store);
    assertThat(tenants()).isZero();

    aTask().createdIn(store);
    aTask().createdIn(store);
    aTask().of(BOB).createdIn(store);

    assertThat(tenants()).isEqualTo(2);
  }

  @Test
  void a_task_that_becomes_ready_by_a_change_puts_its_tenant_in() {
    aTask().awaitingReview().createdIn(store);

    store.tell("update agency_tasks set requires_human_review = false, triggered_by = 'approval'");
    store.tell("update agency_tasks set released_at = now()");

    assertThat(tenants()).isOne();
  }

  @Test
  void the_sweep_takes_out_who_has_nothing_ready_any_more_and_nobody_else() {
    aTask().createdIn(store);
    worker.claimOne();
    aTask().of(BOB).createdIn(store);

    assertThat(sweep.apply()).isOne();

    assertThat(tenants()).isOne();
    assertThat(sweep.apply()).isZero();
    assertThat(worker.claim(10)).hasSize(1);
  }

  @Test
  void the_sweep_puts_in_who_is_missing() {
    aTask().createdIn(store);
    aTask().of(BOB).createdIn(store);
    store.tell("delete from ready_tenants");
    assertThat(worker.claim(10)).isEmpty();

    assertThat(sweep.apply()).isEqualTo(2);

    assertThat(worker.claim(10)).hasSize(2);
  }

  @Test
  void the_sweep_leaves_a_tenant_whose_task_is_just_being_made_ready() throws Exception {
    aTask().createdIn(store);
    worker.claimOne();
    try (var connection = store.superuser().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          """
          insert into agency_tasks (user_id, source_type, title, task_type, lane, triggered_by, released_at)
          select id, 'manual', 'Call', 'api_call', 'standard', 'automatic', now() from users
          """);

      assertThat(sweep.apply()).isZero();
      connection.commit();
    }

    assertThat(worker.claim(10)).hasSize(1);
  }

  @Test
  void two_sweeps_at_once_do_no_harm() {
    new Backlog(store).ofTenants("tenant", 30, 1);
    worker.claim(10);
    store.tell(
        "delete from ready_tenants where user_id in (select max(user_id) from agency_tasks where"
            + " status = 'pending')");

    AtOnce.times(4, sweep::apply);

    assertThat(tenants()).isEqualTo(20);
  }

  private long tenants() {
    return store.count("select count(*) from ready_tenants");
  }
}
