package io.agencytasks.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndingTest {
  private static final Failure WHY = new Failure("HTTP_503", "It is overloaded.");
  private static final ClaimedExecution EXECUTION =
      new ClaimedExecution(
          new ExecutionToken(UUID.fromString("00000000-0000-0000-0000-000000000001")),
          new TaskId(1),
          UUID.fromString("00000000-0000-0000-0000-000000000002"),
          7,
          1,
          TaskType.API_CALL,
          "Call",
          new Json("{}"),
          null,
          Duration.ZERO);

  @Test
  void each_outcome_has_its_execution_status() {
    assertThat(status(new Outcome.Done(new Json("{}"), "done")))
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(status(new Outcome.Retry(WHY, Optional.of(Duration.ofSeconds(9)))))
        .isEqualTo(ExecutionStatus.FAILED);
    assertThat(status(new Outcome.GiveUp(WHY))).isEqualTo(ExecutionStatus.FAILED);
    assertThat(status(new Outcome.NeedsInput("Which one?", Optional.empty())))
        .isEqualTo(ExecutionStatus.WAITING_INPUT);
    assertThat(status(new Outcome.Awaits(Instant.EPOCH))).isEqualTo(ExecutionStatus.STARTED);
    assertThat(status(new Outcome.RunLater(Instant.EPOCH, "too early")))
        .isEqualTo(ExecutionStatus.CANCELLED);
  }

  @Test
  void a_verdict_of_the_executor_is_certain() {
    assertThat(Ending.of(EXECUTION, new Outcome.GiveUp(WHY), Traces.NONE).uncertain()).isFalse();
    assertThat(
            Ending.of(EXECUTION, new Outcome.Retry(WHY, Optional.empty()), Traces.NONE).uncertain())
        .isFalse();
  }

  @Test
  void unless_the_executor_itself_does_not_know_what_came_of_it() {
    assertThat(
            Ending.of(EXECUTION, new Outcome.Retry(WHY, Optional.empty(), true), Traces.NONE)
                .uncertain())
        .isTrue();
  }

  @Test
  void an_attempt_that_was_cut_off_may_have_acted() {
    var ending = Ending.timedOut(EXECUTION, Traces.NONE);
    assertThat(ending.uncertain()).isTrue();
    assertThat(ending.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(ending.outcome()).isInstanceOf(Outcome.Retry.class);
  }

  @Test
  void a_crash_leaves_its_stack_but_never_what_the_exception_says() {
    var ending =
        Ending.crashed(EXECUTION, new IllegalStateException("a customer's secret"), Traces.NONE);
    assertThat(ending.stack().orElseThrow())
        .startsWith("java.lang.IllegalStateException\n  at ")
        .doesNotContain("secret")
        .hasSizeLessThanOrEqualTo(4000);
    assertThat(ending.outcome().toString()).contains("EXECUTOR_CRASHED").doesNotContain("secret");
  }

  private static ExecutionStatus status(Outcome outcome) {
    return Ending.of(EXECUTION, outcome, Traces.NONE).status();
  }
}
