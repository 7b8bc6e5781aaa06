package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.history.GetExecutions;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Execution;
import io.agencytasks.domain.task.Json;
import org.junit.jupiter.api.Test;

/** Attempts that take several steps say how far they are (FR-012.6). */
class StepsTest {
  private static final Json FIRST = new Json("[{\"to\":\"a\"}]");
  private static final Progress HALF = new Progress(2, 1, "telling b", FIRST);

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final Steps steps = store.port(Steps.class);

  @Test
  void how_far_an_attempt_is_can_be_seen_while_it_runs() {
    var execution = claimed();

    assertThat(steps.note(execution, HALF)).isTrue();

    var shown = shown(execution);
    assertThat(shown.stepsTotal()).isEqualTo(2);
    assertThat(shown.stepsCompleted()).isEqualTo(1);
    assertThat(shown.currentStep()).isEqualTo("telling b");
    assertThat(shown.stepResults()).isEqualTo(FIRST);
  }

  @Test
  void an_attempt_that_has_ended_notes_nothing_more() {
    var execution = claimed();
    worker.settle(execution, AWorker.DONE);

    assertThat(steps.note(execution, HALF)).isFalse();

    assertThat(shown(execution).stepResults()).isNull();
  }

  @Test
  void the_next_attempt_knows_what_the_last_one_noted() {
    var first = claimed();
    steps.note(first, HALF);
    worker.settle(first, AWorker.RETRY);
    store.tell("update agency_tasks set not_before = now()");
    var second = worker.claimOne();

    assertThat(steps.before(first)).isEmpty();
    assertThat(steps.before(second)).contains(HALF);
  }

  @Test
  void what_is_too_long_for_a_row_is_cut() {
    var execution = claimed();

    steps.note(execution, new Progress(1, 0, "🦉".repeat(300), FIRST));

    assertThat(shown(execution).currentStep()).isEqualTo("🦉".repeat(Progress.MAX_CURRENT));
  }

  private ClaimedExecution claimed() {
    aTask().createdIn(store);
    return worker.claimOne();
  }

  private Execution shown(ClaimedExecution execution) {
    return store
        .port(GetExecutions.class)
        .apply(ALICE, execution.taskId(), new Stretch(10, 0))
        .orElseThrow()
        .entries()
        .getFirst();
  }
}
