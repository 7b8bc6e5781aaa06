package io.agencytasks.local.store;

import static io.agencytasks.local.store.AHand.APPROVE;
import static io.agencytasks.local.store.AHand.CANCEL;
import static io.agencytasks.local.store.AHand.EXECUTE;
import static io.agencytasks.local.store.AHand.REJECT;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.change.Selection;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.local.spine.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a task, and by which changes: once each, by the statement that changes it. */
class AnnouncingTest {
  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final AHand alice = new AHand(store);

  @Test
  void a_task_that_is_completed() throws Exception {
    var task = aTask().createdIn(store);

    worker.settle(worker.claimOne(), AWorker.DONE);

    assertThat(toldOf(task)).containsExactly("TaskCompleted in_progress completed");
    assertThat(detail(task).properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "version",
            "taskId",
            "taskUuid",
            "userId",
            "taskType",
            "category",
            "priority",
            "from",
            "to",
            "notify",
            "occurredAt");
    assertThat(detail(task).path("version").asText()).isEqualTo("1");
    assertThat(detail(task).path("taskId").asLong()).isEqualTo(task.value());
    assertThat(detail(task).path("taskType").asText()).isEqualTo("api_call");
    assertThat(Instant.parse(detail(task).path("occurredAt").asText()))
        .isBefore(Instant.now().plusSeconds(60));
  }

  @Test
  void one_that_is_tried_again_and_then_fails() {
    var task = aTask().retriedAtMost(1).createdIn(store);

    worker.settle(worker.claimOne(), AWorker.RETRY);
    assertThat(toldOf(task)).isEmpty();

    store.tell("update agency_tasks set not_before = now()");
    worker.settle(worker.claimOne(), AWorker.RETRY);
    assertThat(toldOf(task)).containsExactly("TaskFailed in_progress failed");
  }

  @Test
  void one_that_asks_for_input_and_one_that_may_have_run() throws Exception {
    var asking = aTask().createdIn(store);
    worker.settle(worker.claimOne(), new Outcome.NeedsInput("Which?", Optional.empty()));
    var uncertain = aTask().askingWhenUncertain().createdIn(store);
    worker.claimOne();
    store.tell(
        "update task_executions set lease_until = now() - interval '1 second' where status ="
            + " 'started'");
    store.port(EndLostLeases.Store.class).end(10);

    assertThat(toldOf(asking)).containsExactly("TaskInputRequested in_progress waiting_input");
    assertThat(toldOf(uncertain)).containsExactly("TaskInputRequested in_progress waiting_input");
    assertThat(detail(asking).path("asks").asText()).isEqualTo("input");
    assertThat(detail(uncertain).path("asks").asText()).isEqualTo("verdict");
  }

  @Test
  void one_that_is_put_off_and_comes_back() {
    var task = aTask().createdIn(store);

    alice.does(AHand.status(TaskStatus.DEFERRED), task);
    alice.does(AHand.status(TaskStatus.PENDING), task);

    assertThat(toldOf(task)).containsExactly("TaskDeferred pending deferred");
  }

  @Test
  void one_that_is_cancelled_once_however_often_that_is_asked() {
    var task = aTask().createdIn(store);

    alice.does(CANCEL, task);
    alice.does(CANCEL, task);

    assertThat(toldOf(task)).containsExactly("TaskCancelled pending cancelled");
  }

  @Test
  void a_review_from_the_asking_to_the_approval() throws Exception {
    var task = aTask().awaitingReview().createdIn(store);
    assertThat(toldOf(task)).containsExactly("TaskReviewRequested null pending");

    alice.does(APPROVE, task);
    alice.does(APPROVE, task);

    assertThat(toldOf(task))
        .containsExactly("TaskReviewRequested null pending", "TaskReviewed pending queued");
    assertThat(detail(task).path("decision").asText()).isEqualTo("approved");
  }

  @Test
  void a_rejection_is_a_review_and_a_cancelling() {
    var task = aTask().awaitingReview().createdIn(store);

    alice.does(REJECT, task);

    assertThat(toldOf(task))
        .containsExactlyInAnyOrder(
            "TaskReviewRequested null pending",
            "TaskReviewed pending cancelled",
            "TaskCancelled pending cancelled");
    assertThat(
            store.ask(
                "select detail ->> 'decision' from task_event_outbox where type = 'TaskReviewed'"))
        .isEqualTo("rejected");
  }

  @Test
  void what_was_approved_and_changes_asks_again() throws Exception {
    var task = aTask().awaitingReview().startedByHand().createdIn(store);
    alice.does(APPROVE, task);

    alice.does(retitled("Something else"), task);
    alice.does(retitled("Something else again"), task);

    assertThat(toldOf(task))
        .containsExactly(
            "TaskReviewRequested null pending",
            "TaskReviewed pending queued",
            "TaskReviewRequested queued queued");
  }

  @Test
  void dependents_that_go_down_with_a_task_are_told_of_after_it() {
    var first = aTask().createdIn(store);
    var second =
        aTask().dependingOn(first).whenTheyFail(OnDependencyFailure.CANCEL).createdIn(store);

    worker.finish(first, AWorker.GIVE_UP);

    assertThat(toldOf(first)).containsExactly("TaskFailed in_progress failed");
    assertThat(toldOf(second)).containsExactly("TaskCancelled pending cancelled");
    assertThat(store.ask("select string_agg(type, ' ' order by id) from task_event_outbox"))
        .isEqualTo("TaskFailed TaskCancelled");
  }

  @Test
  void many_at_once_are_told_of_one_by_one() {
    var tasks = List.of(aTask().createdIn(store), aTask().createdIn(store));

    var changes = alice.all(CANCEL, new Selection(tasks, IfMatch.ANY, false, false));

    assertThat(changes.announces()).isTrue();
    assertThat(tasks)
        .allSatisfy(
            task -> assertThat(toldOf(task)).containsExactly("TaskCancelled pending cancelled"));
  }

  @Test
  void what_tells_nobody_anything_rings_for_nobody() throws Exception {
    var task = aTask().createdIn(store);

    assertThat(rings(retitled("Another"), task)).isFalse();
    assertThat(rings(EXECUTE, task)).isFalse();
    assertThat(rings(AHand.status(TaskStatus.COMPLETED), task)).isTrue();
    assertThat(rings(CANCEL, task)).isFalse();
    assertThat(toldOf(task)).containsExactly("TaskCompleted queued completed");
  }

  private boolean rings(Action action, TaskId task) {
    return alice.all(action, new Selection(List.of(task), IfMatch.ANY, true, false)).announces();
  }

  private static Action retitled(String title) {
    return AHand.patch(JsonNodeFactory.instance.objectNode().put("title", title).toString());
  }

  private List<String> toldOf(TaskId task) {
    try {
      return new Rows(store.superuser())
          .of(
              "select type, detail ->> 'from', detail ->> 'to' from task_event_outbox"
                  + " where task_id = ? order by id",
              task.value());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode detail(TaskId task) throws Exception {
    return new ObjectMapper()
        .readTree(
            store.ask(
                "select detail from task_event_outbox where task_id = ? order by id desc limit 1",
                task.value()));
  }
}
