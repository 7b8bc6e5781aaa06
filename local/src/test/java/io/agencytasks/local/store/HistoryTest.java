package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.history.Actor;
import io.agencytasks.domain.history.GetEvents;
import io.agencytasks.domain.history.GetExecutions;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.history.TaskEvent;
import io.agencytasks.domain.task.Execution;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TriggeredBy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happened to a task: all of it, newest first, however big. */
class HistoryTest {
  private static final TaskId NEVER_WAS = new TaskId((1L << 53) - 1);
  private static final Stretch ALL = new Stretch(100, 0);

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  @Tag("AC-008")
  @Tag("US-010")
  @Tag("FR-012.3")
  @Tag("FR-012.4")
  @Tag("FR-012.5")
  void executions_come_newest_first_page_by_page() {
    var task = aTask().createdIn(store);
    attempted(task, 7);

    assertThat(attempts(executions(task, new Stretch(3, 0)))).containsExactly(7, 6, 5);
    assertThat(attempts(executions(task, new Stretch(3, 3)))).containsExactly(4, 3, 2);
    assertThat(attempts(executions(task, new Stretch(3, 6)))).containsExactly(1);
    assertThat(attempts(executions(task, new Stretch(3, 7)))).isEmpty();
    assertThat(executions(task, new Stretch(3, 6)).total()).isEqualTo(7);
  }

  @Test
  @Tag("FR-012.5")
  void of_executions_that_started_at_one_moment_the_latest_comes_first() {
    var task = aTask().createdIn(store);
    attempted(task, 5);
    store.tell("update task_executions set started_at = '2026-11-23T10:00:00Z'");

    assertThat(attempts(executions(task, ALL))).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  @Tag("FR-012.6")
  @Tag("NFR-026")
  void an_execution_shows_all_that_is_known_of_it() {
    var task = aTask().createdIn(store);
    worker.settle(worker.claimOne(), AWorker.RETRY);
    store.tell(
        """
        update task_executions
        set browser_session_id = 's-1', debug_url = 'https://d', recording_url = 'https://r',
            steps_total = 3, steps_completed = 2, current_step = 'log in',
            step_results = '[{"step": 1}]', logs = '["began"]', screenshots = '["one.png"]',
            resource_usage = '{"mb": 7}', output = '{"ok": false}', error_stack = 'at here'
        """);

    var execution = executions(task, ALL).entries().getFirst();

    assertThat(execution.taskId()).isEqualTo(task);
    assertThat(execution.attemptNumber()).isEqualTo(1);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.triggeredBy()).isEqualTo(TriggeredBy.AUTOMATIC);
    assertThat(execution.browserSessionId()).isEqualTo("s-1");
    assertThat(execution.debugUrl()).isEqualTo("https://d");
    assertThat(execution.recordingUrl()).isEqualTo("https://r");
    assertThat(execution.stepsTotal()).isEqualTo(3);
    assertThat(execution.stepsCompleted()).isEqualTo(2);
    assertThat(execution.currentStep()).isEqualTo("log in");
    assertThat(execution.stepResults()).hasToString("[{\"step\":1}]");
    assertThat(execution.logs()).hasToString("[\"began\"]");
    assertThat(execution.screenshots()).hasToString("[\"one.png\"]");
    assertThat(execution.resourceUsage()).hasToString("{\"mb\":7}");
    assertThat(execution.output()).hasToString("{\"ok\":false}");
    assertThat(execution.error()).isEqualTo("It is busy.");
    assertThat(execution.errorCode()).isEqualTo("HTTP_503");
    assertThat(execution.errorStack()).isEqualTo("at here");
    assertThat(execution.duration()).isNotNegative();
    assertThat(execution.completedAt()).isAfterOrEqualTo(execution.startedAt());
  }

  @Test
  @Tag("AC-008")
  @Tag("FR-012.2")
  void the_history_of_someone_elses_task_is_not_there() {
    var task = aTask().createdIn(store);
    attempted(task, 1);

    for (var id : List.of(task, NEVER_WAS)) {
      assertThat(store.port(GetExecutions.Store.class).executions(BOB, id, ALL)).isEmpty();
      assertThat(store.port(GetEvents.Store.class).events(BOB, id, ALL)).isEmpty();
    }
  }

  @Test
  void a_task_that_never_ran_has_no_executions_but_an_event() {
    var task = aTask().createdIn(store);

    assertThat(executions(task, ALL)).isEqualTo(new History<>(List.of(), 0));
    assertThat(events(task, ALL).total()).isEqualTo(1);
  }

  @Test
  void executions_of_several_answers_come_whole_and_in_order() {
    var task = aTask().createdIn(store);
    big(task, 40);

    var executions = executions(task, ALL);

    assertThat(attempts(executions)).isEqualTo(countdown(40, 1));
    assertThat(executions.entries())
        .allSatisfy(
            execution -> {
              assertThat(execution.output()).asString().hasSizeGreaterThan(32_000);
              assertThat(execution.errorStack()).hasSize(4000).endsWith("\u001b");
            });
  }

  @Test
  void a_page_of_executions_ends_early_where_no_answer_could_carry_it_and_the_next_goes_on() {
    var task = aTask().createdIn(store);
    big(task, 100);

    var seen = new ArrayList<Integer>();
    while (seen.size() < 100) {
      var page = executions(task, new Stretch(100, seen.size()));
      assertThat(page.total()).isEqualTo(100);
      assertThat(page.entries()).isNotEmpty().hasSizeLessThan(100);
      seen.addAll(attempts(page));
    }

    assertThat(seen).isEqualTo(countdown(100, 1));
  }

  @Test
  @Tag("NFR-023")
  @Tag("NFR-027")
  void every_change_of_state_is_an_event_newest_first_with_who_and_why() {
    var task = aTask().createdIn(store);
    worker.settle(worker.claimOne(), AWorker.RETRY);
    new AHand(store).does(AHand.EXECUTE, task);
    worker.settle(worker.claimOne(), AWorker.DONE);

    var events = events(task, ALL).entries();

    assertThat(events)
        .extracting(TaskEvent::toStatus)
        .endsWith(TaskStatus.IN_PROGRESS, TaskStatus.PENDING)
        .startsWith(TaskStatus.COMPLETED, TaskStatus.IN_PROGRESS);
    assertThat(events.getFirst().actor()).isEqualTo(Actor.ENGINE);
    assertThat(events.getFirst().fromStatus()).isEqualTo(TaskStatus.IN_PROGRESS);
    assertThat(events.getLast().actor()).isEqualTo(Actor.USER);
    assertThat(events.getLast().actorUserId()).isNotNull();
    assertThat(events.getLast().fromStatus()).isNull();
    assertThat(events).extracting(TaskEvent::reason).contains("It is busy.");
    assertThat(events).extracting(TaskEvent::taskId).containsOnly(task);
    assertThat(events).isSortedAccordingTo((a, b) -> b.occurredAt().compareTo(a.occurredAt()));
  }

  @Test
  @Tag("NFR-023")
  void events_come_page_by_page() {
    var task = aTask().createdIn(store);
    attempted(task, 3);
    var all = events(task, ALL);

    assertThat(all.entries()).hasSize((int) all.total()).hasSize(7);
    assertThat(events(task, new Stretch(3, 2)).entries()).isEqualTo(all.entries().subList(2, 5));
    assertThat(events(task, new Stretch(3, 2)).total()).isEqualTo(7);
    assertThat(events(task, new Stretch(3, 7)).entries()).isEmpty();
  }

  @Test
  @Tag("NFR-023")
  void an_event_that_holds_the_biggest_configuration_twice_comes_whole() {
    var task = aTask().createdIn(store);
    store.tell(
        """
        insert into task_events (task_id, user_id, actor, from_status, to_status, reason, changes)
        select id, user_id, 'user', 'pending', 'pending', repeat('"', 2000),
               jsonb_build_object('executionConfig', jsonb_build_object(
                 'before', jsonb_build_object('k', repeat('"', 8000) || repeat('\uD83D\uDE80', 4000)),
                 'after', jsonb_build_object('k', repeat('\\', 8000))))
        from agency_tasks, generate_series(1, 50)
        """);

    var events = events(task, new Stretch(50, 0)).entries();

    assertThat(events).hasSize(50);
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .asString()
                    .contains("\"after\":{\"k\":\"" + "\\\\".repeat(8000) + "\"}")
                    .contains("\\\"".repeat(8000) + "\uD83D\uDE80".repeat(4000)));
  }

  /** Attempts that all fail. */
  private void attempted(TaskId task, int times) {
    for (int n = 0; n < times; n++) {
      store.tell(
          "update agency_tasks set error_count = 0, not_before = now() where id = ?", task.value());
      worker.finish(task, AWorker.RETRY);
    }
  }

  /** Executions with every text at its cap, of what takes the most room. */
  private void big(TaskId task, int count) {
    store.tell(
        """
        insert into task_executions (
          task_id, user_id, lane, attempt_number, triggered_by, status, completed_at, started_at,
          output, error, error_stack)
        select
          id, user_id, lane, n, 'retry', 'failed', now(), now() + make_interval(secs => n),
          jsonb_build_object('k', repeat('"', 16000)), repeat('\uD83D\uDE80', 2000),
          repeat(chr(27), 4000)
        from agency_tasks, generate_series(1, ?) as n
        where id = ?
        """,
        count,
        task.value());
  }

  private static List<Integer> countdown(int from, int to) {
    return IntStream.rangeClosed(to, from).boxed().toList().reversed();
  }

  private static List<Integer> attempts(History<Execution> history) {
    return history.entries().stream().map(Execution::attemptNumber).toList();
  }

  private History<Execution> executions(TaskId task, Stretch stretch) {
    return store.port(GetExecutions.Store.class).executions(ALICE, task, stretch).orElseThrow();
  }

  private History<TaskEvent> events(TaskId task, Stretch stretch) {
    return store.port(GetEvents.Store.class).events(ALICE, task, stretch).orElseThrow();
  }
}
