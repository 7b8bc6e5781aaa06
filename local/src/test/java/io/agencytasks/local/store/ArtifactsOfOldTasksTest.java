package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.aTask;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.artifact.ArtifactKey;
import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.artifact.TaskFolder;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.sweep.ClearPayloads;
import io.agencytasks.domain.sweep.DeleteArtifacts;
import io.agencytasks.domain.sweep.DeleteOldTasks;
import io.agencytasks.domain.task.GetTask;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What executions left behind goes when their tasks do, whoever is interrupted at what. */
class ArtifactsOfOldTasksTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final Artifacts artifacts = store.port(Artifacts.class);
  private final DeleteArtifacts sweep =
      new DeleteArtifacts(store.port(DeleteArtifacts.Store.class), artifacts);

  @Test
  void artifacts_of_deleted_tasks_go_and_no_others() {
    var old = finished();
    endedDaysAgo(31);
    var young = finished();

    assertThat(store.port(DeleteOldTasks.Store.class).delete(30, 100)).isOne();
    assertThat(isThere(old)).isTrue();
    assertThat(sweep.apply()).isOne();

    assertThat(isThere(old)).isFalse();
    assertThat(isThere(young)).isTrue();
    assertThat(sweep.apply()).isZero();
  }

  @Test
  void artifacts_of_cleared_tasks_go_and_nothing_leads_to_them_any_more() {
    var execution = finished();
    endedDaysAgo(31);

    assertThat(store.port(ClearPayloads.Store.class).clear(30, 100)).isOne();
    assertThat(sweep.apply()).isOne();

    assertThat(isThere(execution)).isFalse();
    var shown = store.port(GetTask.class).apply(ALICE, execution.taskId()).orElseThrow();
    assertThat(shown.executions().getFirst().artifacts()).isEmpty();
    assertThat(shown.executions().getFirst().logs()).isNull();
  }

  @Test
  void a_worker_that_died_before_it_could_say_what_it_left_leaves_nothing_for_ever() {
    var execution = claimed();
    new Records(execution, new RecordStores(artifacts, store.port(Steps.class)), Clock.systemUTC())
        .keep("half.txt", "text/plain", bytes());
    store.tell(
        "update task_executions set status = 'lost', lease_until = null, completed_at = now()");
    store.tell("update agency_tasks set status = 'failed'");
    endedDaysAgo(31);

    store.port(DeleteOldTasks.Store.class).delete(30, 100);
    assertThat(sweep.apply()).isOne();

    assertThat(isThere(execution, "half.txt")).isFalse();
  }

  @Test
  void a_file_goes_with_its_task_though_nobody_heard_that_it_was_kept() {
    var execution = claimed();
    var records =
        new Records(
            execution,
            new RecordStores(new UnheardArtifacts(artifacts), store.port(Steps.class)),
            Clock.systemUTC());
    assertThat(records.keep("a.txt", "text/plain", bytes())).isEmpty();
    worker.settleDone(execution, records.traces());
    assertThat(isThere(execution)).isTrue();
    endedDaysAgo(31);

    store.port(DeleteOldTasks.Store.class).delete(30, 100);
    assertThat(sweep.apply()).isOne();

    assertThat(isThere(execution)).isFalse();
  }

  @Test
  void a_sweep_that_died_before_it_could_strike_a_task_off_is_made_up_for() {
    var execution = finished();
    endedDaysAgo(31);
    store.port(DeleteOldTasks.Store.class).delete(30, 100);

    assertThat(artifacts.delete(sweep.store().waiting(100))).containsExactly(folder(execution));
    assertThat(isThere(execution)).isFalse();

    assertThat(sweep.apply()).isOne();
    assertThat(sweep.store().waiting(100)).isEmpty();
  }

  @Test
  void of_tasks_that_left_nothing_nobody_asks_s3() {
    var execution = claimed();
    worker.settle(execution, AWorker.DONE);
    endedDaysAgo(31);

    store.port(ClearPayloads.Store.class).clear(30, 100);

    assertThat(sweep.store().waiting(100)).isEmpty();
  }

  @Test
  void a_task_whose_number_begins_like_anothers_keeps_what_is_its_own() {
    var one = new TaskFolder(7, 12);
    var other = new ArtifactKey(new TaskFolder(7, 123), new UUID(0, 1), "a");
    artifacts.keep(other, "text/plain", bytes());

    artifacts.delete(List.of(one));

    assertThat(isThere(other)).isTrue();
  }

  private ClaimedExecution finished() {
    var execution = claimed();
    var records =
        new Records(
            execution, new RecordStores(artifacts, store.port(Steps.class)), Clock.systemUTC());
    records.log().info("Kept something.");
    records.keep("a.txt", "text/plain", bytes());
    worker.settleDone(execution, records.traces());
    assertThat(isThere(execution)).isTrue();
    return execution;
  }

  private ClaimedExecution claimed() {
    aTask().createdIn(store);
    return worker.claimOne();
  }

  private boolean isThere(ClaimedExecution execution) {
    return isThere(execution, "a.txt");
  }

  private boolean isThere(ClaimedExecution execution, String name) {
    return isThere(new ArtifactKey(folder(execution), execution.token().value(), name));
  }

  private boolean isThere(ArtifactKey key) {
    var linked =
        store.port(ArtifactLinks.class).link(key, Artifact.of(key.name(), "text/plain", 3));
    try {
      var request = HttpRequest.newBuilder(Objects.requireNonNull(linked.url())).build();
      int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
      assertThat(status).isIn(200, 404);
      return status == 200;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static TaskFolder folder(ClaimedExecution execution) {
    return new TaskFolder(execution.userId(), execution.taskId().value());
  }

  private static byte[] bytes() {
    return "abc".getBytes(UTF_8);
  }

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
}
