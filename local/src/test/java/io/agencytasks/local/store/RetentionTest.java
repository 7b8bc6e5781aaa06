package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.change.Selection;
import io.agencytasks.domain.sweep.ClearPayloads;
import io.agencytasks.domain.sweep.DeleteOldTasks;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.TaskId;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long what is finished is kept, and what is kept longer because it is needed. */
class RetentionTest {
  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void payloads_are_cleared_so_many_days_after_the_end_and_the_rest_stays() {
    var task = completed();
    endedDaysAgo(31);

    assertThat(clear(32)).isZero();
    assertThat(clear(30)).isOne();
    assertThat(clear(30)).isZero();

    assertThat(
            store.ask(
                """
                select concat_ws(' ', status, title, result is null, execution_config is null,
                  (select bool_and(output is null) from task_executions),
                  (select count(*) from task_events))
                from agency_tasks where id = ?
                """,
                task.value()))
        .isEqualTo("completed Call t t t 3");
  }

  @Test
  void the_message_that_a_task_was_made_of_is_emptied_with_it() {
    completed();
    store.tell(
        """
        insert into inbound_messages (
          user_id, webhook_id, source, external_id, sender, subject, body, outcome)
        select user_id, 1, 'custom', 'msg_1', 'ann', 'About', 'What Ann said', 'task'
        from agency_tasks
        """);
    store.tell("update agency_tasks set source_message_id = (select id from inbound_messages)");
    endedDaysAgo(31);

    assertThat(clear(30)).isOne();

    assertThat(store.ask("select concat_ws(' ', sender, subject, body) from inbound_messages"))
        .isEqualTo("ann");
  }

  @Test
  void tasks_are_deleted_with_all_that_belongs_to_them() {
    completed();
    endedDaysAgo(31);
    completed();

    assertThat(delete(32)).isZero();
    assertThat(delete(30)).isOne();

    assertThat(
            store.ask(
                """
                select (select count(*) from agency_tasks) || ' '
                  || (select count(distinct task_id) from task_events) || ' '
                  || (select count(distinct task_id) from task_executions)
                """))
        .isEqualTo("1 1 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, -36_500})
  void the_application_deletes_nothing_of_today(int days) {
    completed();

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> asTheApplication("select delete_ended_tasks(%d, 100)".formatted(days)))
        .withMessageContaining("a day at least");
  }

  @Test
  void the_application_makes_no_end_older_than_it_is() throws SQLException {
    completed();

    asTheApplication("update agency_tasks set ended_at = now() - interval '99 days'");

    assertThat(delete(1)).isZero();
  }

  @Test
  void what_an_unfinished_task_depends_on_is_kept_until_that_one_is_over() {
    var needed = completed();
    var dependent = aTask().startedByHand().dependingOn(needed).createdIn(store);
    endedDaysAgo(31);

    assertThat(delete(30)).isZero();
    store.tell("update agency_tasks set status = 'failed' where id = ?", dependent.value());
    assertThat(delete(30)).isZero();
    store.tell("update agency_tasks set status = 'cancelled' where id = ?", dependent.value());
    assertThat(delete(30)).isOne();
    assertThat(store.count("select id from agency_tasks")).isEqualTo(dependent.value());
  }

  @Test
  void what_still_blocks_another_is_kept() {
    var failed = aTask().startedByHand().createdIn(store);
    var blocked = aTask().dependingOn(failed).createdIn(store);
    store.tell("update agency_tasks set status = 'failed' where id = ?", failed.value());
    endedDaysAgo(31);

    assertThat(delete(30)).isZero();
    assertThat(store.count("select blocked_by from agency_tasks where id = ?", blocked.value()))
        .isEqualTo(failed.value());
  }

  @Test
  void what_is_to_run_again_is_not_old() {
    failed();
    endedDaysAgo(31);
    store.tell("update agency_tasks set status = 'queued'");

    assertThat(clear(30) + delete(30)).isZero();
    assertThat(store.ask("select ended_at from agency_tasks")).isEqualTo("null");
  }

  @Test
  void what_has_lost_its_configuration_is_never_run_again() {
    var failed = failed();
    endedDaysAgo(31);
    clear(30);

    assertThat(executed(failed))
        .isInstanceOfSatisfying(
            Change.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Change.Reason.FINAL));
  }

  @Test
  void rounds_at_once_delete_each_task_once() {
    for (int n = 0; n < 20; n++) {
      failed();
    }
    endedDaysAgo(31);

    var deleted = AtOnce.times(4, () -> delete(30)).stream().mapToInt(Integer::intValue).sum();

    assertThat(deleted + delete(30)).isEqualTo(20);
  }

  private Change executed(TaskId task) {
    var changes =
        store
            .port(ChangeTasks.Store.class)
            .change(
                ALICE,
                new Selection(List.of(task), IfMatch.ANY, false, false),
                new Action.Execute(),
                HeadStart.USUAL,
                null);
    return Objects.requireNonNull(changes.outcome().orElseThrow().byTask().get(task));
  }

  private TaskId completed() {
    var task = aTask().createdIn(store);
    worker.settle(worker.claimOne(), AWorker.DONE);
    return task;
  }

  private TaskId failed() {
    var task = aTask().createdIn(store);
    worker.settle(worker.claimOne(), AWorker.GIVE_UP);
    return task;
  }

  /** Whatever has ended, ended then; only with its triggers at rest does the database let it. */
  private void endedDaysAgo(int days) {
    store.tell(
        """
        do $$ begin
          set local session_replication_role = replica;
          update agency_tasks set ended_at = ended_at - interval '%d days';
        end $$
        """
            .formatted(days));
  }

  private int clear(int days) {
    return store.port(ClearPayloads.Store.class).clear(days, 100);
  }

  private int delete(int days) {
    return store.port(DeleteOldTasks.Store.class).delete(days, 100);
  }

  private void asTheApplication(String sql) throws SQLException {
    try (var connection = store.application().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
