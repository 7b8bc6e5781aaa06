package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.spine.Rows;
import io.agencytasks.local.store.TheStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit finds nothing in the rows of a task that went well, and each thing that may not be. */
class AuditFindsTest {
  private static final String WENT_WELL =
      """
      with owner as (
        insert into users (subject) values ('faults-1-0') returning id
      ), task as (
        insert into agency_tasks (
          user_id, source_type, title, task_type, lane, status, on_uncertain,
          triggered_by, released_at, run_order, started_at, completed_at)
        select id, 'manual', '1/0', 'api_call', 'standard', 'completed', 'ask',
               'automatic', now(), now(), now(), now() + interval '1 s'
        from owner
        returning *
      ), execution as (
        insert into task_executions (
          task_id, user_id, attempt_number, lane, status, triggered_by, started_at, completed_at)
        select id, user_id, 1, lane, 'succeeded', 'automatic', started_at, completed_at
        from task
      )
      insert into task_events (task_id, user_id, actor, from_status, to_status, occurred_at)
      select task.id, task.user_id, e.actor, e.was, e.becomes, e.at
      from task, lateral (values
        (1, 'user', null, 'pending', started_at),
        (2, 'engine', 'pending', 'in_progress', started_at),
        (3, 'engine', 'in_progress', 'completed', completed_at)) e (number, actor, was, becomes, at)
      order by e.number
      """;

  private final TheStore store = TheStore.emptied();
  private final Rows rows = new Rows(store.superuser());
  private final Audit audit = new Audit(rows, List.of("faults-1-0"));
  private Map<String, Long> accepted = Map.of();

  @BeforeEach
  void a_task_goes_well() throws SQLException {
    pastAllGuards(WENT_WELL);
    accepted = Map.of("1/0", Long.valueOf(rows.of("select id from agency_tasks").getFirst()));
  }

  @Test
  void nothing_where_all_went_well() throws SQLException {
    assertThat(audit.findings(accepted, title -> 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accepted, but not there          | delete from agency_tasks
          created twice                    | insert into agency_tasks (user_id, source_type, title, task_type, lane) select user_id, source_type, title, task_type, lane from agency_tasks
          succeeded more than once         | insert into task_executions (task_id, user_id, attempt_number, lane, status, triggered_by, started_at, completed_at) select task_id, user_id, 2, lane, status, triggered_by, started_at, completed_at from task_executions
          an execution that did not end once | insert into task_events (task_id, user_id, actor, from_status, to_status, occurred_at) select task_id, user_id, actor, from_status, to_status, occurred_at from task_events where to_status = 'completed'
          an end that is not of one execution | update task_executions set completed_at = completed_at + interval '1 s'
          an end as something else than its execution | update task_executions set status = 'lost'
          succeeded, but is not completed  | update agency_tasks set status = 'failed', completed_at = null
          runs, but its task does not      | update task_executions set status = 'started', completed_at = null, lease_until = now()
          a change of status that may not be | update task_events set to_status = 'waiting_input' where to_status = 'in_progress'; update task_events set from_status = 'waiting_input' where to_status = 'completed'
          an event does not follow the one before | delete from task_events where to_status = 'in_progress'
          started without its approval     | update agency_tasks set requires_human_review = true
          started as something else than was approved | update task_events set changes = '{"requiresHumanReview":{"before":true,"after":false}}' where from_status is null; insert into task_events (task_id, user_id, actor, from_status, to_status, changes) select task_id, user_id, actor, 'completed', 'completed', '{"title":{}}' from task_events where from_status is null; insert into task_events (task_id, user_id, actor, from_status, to_status) select task_id, user_id, actor, from_status, to_status from task_events where to_status = 'in_progress'
          not finished                     | update agency_tasks set status = 'in_progress', completed_at = null
          not finished                     | update agency_tasks set status = 'pending', completed_at = null
          not finished                     | update agency_tasks set status = 'deferred', completed_at = null
          """)
  void whatever_may_not_be(String finding, String mutation) throws SQLException {
    pastAllGuards(mutation);

    assertThat(audit.findings(accepted, title -> 1)).anyMatch(found -> found.contains(finding));
  }

  @Test
  void work_that_was_done_again_though_nobody_was_asked() throws SQLException {
    assertThat(audit.findings(accepted, title -> 2))
        .containsExactly("done 2 times, but nobody was asked: 1/0 ask 0");
  }

  private void pastAllGuards(String sql) throws SQLException {
    rows.of(
        "set session_replication_role = replica; %s; reset session_replication_role"
            .formatted(sql));
  }
}
