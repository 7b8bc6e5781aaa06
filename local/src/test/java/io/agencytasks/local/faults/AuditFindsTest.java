package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.spine.Rows;
import io.agencytasks.local.store.TheStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audits find nothing where a task went well, and each thing that may not be. */
class AuditFindsTest {
  private static final String TITLE = "large/1/0";

  private static final String KEY =
      """
      select concat_ws(
        '/', 'users', user_id, 'tasks', task_id, 'executions', execution_uuid, 'response.bin')
      from task_executions
      """;

  private static final String WENT_WELL =
      """
      with owner as (
        insert into users (subject) values ('faults-1-0') returning id
      ), task as (
        insert into agency_tasks (
          user_id, source_type, title, task_type, lane, status, on_uncertain,
          triggered_by, released_at, run_order, started_at, completed_at)
        select id, 'manual', 'large/1/0', 'api_call', 'standard', 'completed', 'ask',
               'automatic', now(), now(), now(), now() + interval '1 s'
        from owner
        returning *
      ), execution as (
        insert into task_executions (
          task_id, user_id, attempt_number, lane, status, triggered_by, started_at, completed_at,
          output, logs, artifacts)
        select id, user_id, 1, lane, 'succeeded', 'automatic', started_at, completed_at,
               '{"bodyTruncated":true,"artifact":{"name":"response.bin","bytes":24576}}',
               '[]', '[{"name":"response.bin","bytes":24576}]'
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
  private final List<String> subjects = List.of("faults-1-0");
  private final Audit audit = new Audit(rows, subjects);
  private final AuditOfSecrets secrets = new AuditOfSecrets(rows, subjects);

  @TempDir private Path bucket;
  private Map<String, Long> accepted = Map.of();

  @BeforeEach
  void a_task_goes_well() throws SQLException, IOException {
    pastAllGuards(WENT_WELL);
    leave(Works.large(TITLE));
    accepted = Map.of(TITLE, Long.valueOf(rows.of("select id from agency_tasks").getFirst()));
  }

  @Test
  void nothing_where_all_went_well() throws SQLException {
    assertThat(audit.findings(accepted, title -> 1)).isEmpty();
    assertThat(artifacts().findings(Works::large)).isEmpty();
    assertThat(secrets.findings(List.of())).isEmpty();
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
        .containsExactly("done 2 times, but nobody was asked: large/1/0 ask 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an artifact that no row has      | update task_executions set artifacts = '[]'
          an artifact that no row has      | update task_executions set artifacts = '[{"name":"response.bin","bytes":1}]'
          not what was sent                | update task_executions set artifacts = '[{"name":"response.bin","bytes":1}]'
          not what was sent                | update task_executions set artifacts = '[{"name":"another.bin","bytes":24576}]'
          not what was sent                | update task_executions set execution_uuid = gen_random_uuid()
          a beginning only, and nothing says why | update task_executions set output = '{"bodyTruncated":true}'
          failed for an artifact that was not kept | update task_executions set status = 'failed', logs = '[{"message":"Did not keep response.bin: storage is out of reach."}]'
          an object that would outlive its task | update task_executions set artifacts = '[]', output = '{}'
          """)
  void whatever_may_not_be_of_artifacts(String finding, String mutation) throws SQLException {
    pastAllGuards(mutation);

    assertThat(artifacts().findings(Works::large)).anyMatch(found -> found.startsWith(finding));
  }

  @Test
  void an_object_that_is_another_than_was_sent() throws SQLException, IOException {
    leave(Works.large("large/1/1"));

    assertThat(artifacts().findings(Works::large))
        .singleElement()
        .asString()
        .startsWith("not what was sent large/1/0");
  }

  @Test
  void nothing_in_an_artifact_that_was_not_kept_if_the_log_says_so() throws SQLException {
    pastAllGuards(
        """
        update task_executions
        set output = '{"bodyTruncated":true}',
            logs = '[{"message":"Did not keep response.bin: storage is out of reach."}]'
        """);

    assertThat(artifacts().findings(Works::large)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a secret that is there was not found | failed | 0 | update task_executions set error_code = 'SECRET_NOT_FOUND'
          out of reach, but not tried again    | failed | 1 | update task_executions set error_code = 'SECRETS_UNAVAILABLE'
          out of reach, but not tried again    | waiting_input | 0 | update task_executions set error_code = 'SECRETS_UNAVAILABLE'
          """)
  void whatever_may_not_be_of_secrets(String finding, String became, int retries, String mutation)
      throws SQLException {
    pastAllGuards(mutation);
    secretsWereOutOfReach(became, retries);

    assertThat(secrets.findings(List.of())).anyMatch(found -> found.startsWith(finding));
  }

  @ParameterizedTest
  @CsvSource({"pending, 1", "failed, 0"})
  void nothing_where_secrets_out_of_reach_were_waited_for_as_often_as_may_be(
      String became, int retries) throws SQLException {
    pastAllGuards("update task_executions set error_code = 'SECRETS_UNAVAILABLE'");
    secretsWereOutOfReach(became, retries);

    assertThat(secrets.findings(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "faults-1-0, ''",
    "faults-1-0, Bearer key-of-faults-1-1",
    "'', Bearer key-of-faults-1-0"
  })
  void a_call_with_another_secret_than_its_task_names(String named, String sent) throws Exception {
    try (Works works = new Works();
        HttpClient client = HttpClient.newHttpClient()) {
      if (!named.isEmpty()) {
        works.expect(TITLE, Key.authorization(named));
      }
      HttpRequest.Builder call = HttpRequest.newBuilder(works.uri(TITLE));
      if (!sent.isEmpty()) {
        call.header("Authorization", sent);
      }
      client.send(call.build(), BodyHandlers.discarding());

      assertThat(secrets.findings(works.unproven()))
          .containsExactly("called without its secret, or with another large/1/0");
    }
  }

  private void secretsWereOutOfReach(String became, int retries) throws SQLException {
    pastAllGuards(
        """
        update task_executions set status = 'failed';
        update task_events set to_status = '%s' where from_status = 'in_progress';
        update agency_tasks set max_retries = %d
        """
            .formatted(became, retries));
  }

  private AuditOfArtifacts artifacts() {
    return new AuditOfArtifacts(rows, subjects, new Bucket(bucket));
  }

  private void leave(byte[] object) throws SQLException, IOException {
    Path file = bucket.resolve(rows.of(KEY).getFirst());
    Files.createDirectories(file.getParent());
    Files.write(file, object);
  }

  private void pastAllGuards(String sql) throws SQLException {
    rows.of(
        "set session_replication_role = replica; %s; reset session_replication_role"
            .formatted(sql));
  }
}
