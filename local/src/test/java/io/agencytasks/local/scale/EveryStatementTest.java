package io.agencytasks.local.scale;

import static io.agencytasks.local.scale.AMillionTasks.HEAVY;
import static io.agencytasks.local.scale.AMillionTasks.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.sweep.SweepTasks;
import io.agencytasks.domain.task.ExecuteTask;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.TaskId;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement finds what it needs by an index, and reads little more than that, with a million
 * tasks in the table.
 *
 * <p>A statement is a line of {@link #statements()}: its name, how many rows of agency_tasks,
 * task_executions and task_events it may read at the most, and the call that sends it. The call is
 * made once in earnest, and what it sent is explained and taken back, so writes may stand here too;
 * a call that needs a task of its own takes a number that no other line has. Lists have a test of
 * their own beside this one.
 */
@Tag("NFR-007")
@Tag("NFR-008")
class EveryStatementTest {
  private static final TaskId A_TASK = new TaskId(500_010);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  record Sent(String name, int mostRows, Consumer<AMillionTasks> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sent> statements() {
    return Stream.of(
        new Sent("get", 50, it -> it.port(GetTask.Store.class).find(HEAVY, A_TASK)),
        new Sent("get a foreign task", 50, it -> it.port(GetTask.Store.class).find(LIGHT, A_TASK)),
        new Sent(
            "execute",
            50,
            it -> it.port(ExecuteTask.Store.class).execute(HEAVY, new TaskId(30), MINUTE)),
        new Sent(
            "claim, from 2,002 tenants' most urgent",
            30_000,
            it -> it.port(RunExecutions.Claims.class).claim(Lane.STANDARD, 10, MINUTE)),
        new Sent("sweep: lost leases", 1_000, it -> it.port(SweepTasks.LostLeases.class).end(100)),
        new Sent(
            "sweep: due tasks",
            1_000,
            it -> it.port(SweepTasks.DueTasks.class).release(Duration.ofSeconds(75), 100)),
        new Sent(
            "sweep: ready tasks",
            1_000,
            it -> it.port(SweepTasks.ReadyTasks.class).find(Lane.STANDARD, 100)));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void is_served_by_an_index(Sent sent) {
    assertThat(AMillionTasks.loaded().plans(sent.call()))
        .isNotEmpty()
        .allSatisfy(
            plan -> {
              assertThat(plan.sequentialScans()).as(plan.text()).isEmpty();
              assertThat(plan.rowsRead()).as(plan.text()).isLessThanOrEqualTo(sent.mostRows());
            });
  }
}
