package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the functions' role may not do, whatever a function tries. */
class RightsTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final TheStore store = TheStore.emptied();

  @BeforeEach
  void aTaskIsThere() {
    aTask().createdIn(store);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update task_events set reason = 'another'",
        "delete from task_events",
        "truncate task_events",
        "update task_events set changes = null",
        "select * from task_events for update",
        "insert into task_events overriding system value select * from task_events"
            + " on conflict (id) do update set reason = 'another'",
        "merge into task_events e using task_events f on e.id = f.id when matched then delete",
        "truncate users cascade",
        "delete from agency_tasks where id in (select task_id from task_events)",
        "alter table task_events add column more text",
        "create trigger rewrite before insert on task_events execute function guard_task()",
        "create rule rewrite as on insert to task_events do instead nothing",
        "delete from agency_tasks",
        "delete from task_executions",
        "delete from users",
        "insert into task_transitions values ('completed', 'pending')",
        "delete from task_transitions",
        "alter table agency_tasks disable trigger guard_task",
        "set session_replication_role = replica",
        "create table mine (id bigint)",
        "create schema mine",
        "create role mine",
        "drop table task_events"
      })
  @Tag("NFR-023")
  void is_refused_by_postgres(String sql) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> run(sql))
        .extracting(SQLException::getSQLState)
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "delete", "truncate", "references", "trigger", "maintain"})
  @Tag("NFR-023")
  void events_are_only_read_and_added_to(String right) throws SQLException {
    try (var connection = store.application().getConnection();
        var statement =
            connection.prepareStatement("select has_table_privilege('task_events', ?)")) {
      statement.setString(1, right);
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getBoolean(1)).isFalse();
      }
    }
  }

  @Test
  void events_can_be_read() {
    assertThatCode(() -> run("select * from task_events")).doesNotThrowAnyException();
  }

  private void run(String sql) throws SQLException {
    try (var connection = store.application().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
