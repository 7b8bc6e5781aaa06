package io.agencytasks.local.scale;

import static io.agencytasks.local.scale.AMillionTasks.HEAVY;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.change.Selection;
import io.agencytasks.domain.queue.GetQueue;
import io.agencytasks.domain.queue.QueueFilter;
import io.agencytasks.domain.stats.Day;
import io.agencytasks.domain.stats.GetStats;
import io.agencytasks.domain.task.CreateTask;
import io.agencytasks.domain.task.Defaults;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.task.TypeVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How soon the database answers a user with tens of thousands of active tasks, over the Data API
 * and as the functions ask. That is the part of a request that grows with what is there; whole
 * requests, at a hundred a second, are the benchmark's.
 */
@Tag("NFR-009")
class AnswerTimesTest {
  /** Half of them may be late: others are busy on this machine too. */
  private static final int TIMES = 21;

  private static final AMillionTasks TASKS = AMillionTasks.loaded();

  @Test
  @Tag("NFR-001")
  void a_creation() {
    assertThat(median(AnswerTimesTest::create)).isLessThan(Duration.ofMillis(200));
  }

  @Test
  @Tag("NFR-005")
  void an_update() {
    assertThat(median(AnswerTimesTest::update)).isLessThan(Duration.ofMillis(200));
  }

  @Test
  @Tag("NFR-004")
  void the_queue() {
    assertThat(median(() -> TASKS.port(GetQueue.Store.class).queue(HEAVY, QueueFilter.ALL, 50)))
        .isLessThan(Duration.ofMillis(300));
  }

  @Test
  @Tag("NFR-003")
  void the_counts() {
    var today = Day.at(Instant.now(), ZoneOffset.UTC);
    assertThat(median(() -> TASKS.port(GetStats.Store.class).count(HEAVY, today)))
        .isLessThan(Duration.ofMillis(500));
  }

  private static Duration median(Runnable request) {
    long[] nanos = LongStream.range(0, TIMES).map(n -> nanos(request)).sorted().toArray();
    return Duration.ofNanos(nanos[TIMES / 2]);
  }

  private static long nanos(Runnable request) {
    long start = System.nanoTime();
    request.run();
    return System.nanoTime() - start;
  }

  private static void create() {
    var task =
        new NewTask(
            new Title("One more"),
            null,
            Defaults.CATEGORY,
            TaskType.CUSTOM,
            Defaults.PRIORITY,
            Defaults.URGENCY,
            Defaults.ASSIGNED_TO_BOT,
            Defaults.REQUIRES_HUMAN_REVIEW,
            null,
            Defaults.ON_REVIEW_EXPIRY,
            ExecutionType.MANUAL_TRIGGER,
            null,
            null,
            null,
            Defaults.DEPENDS_ON,
            Defaults.ON_DEPENDENCY_FAILURE,
            Defaults.TAGS,
            null,
            Defaults.MAX_RETRIES,
            Defaults.NOTIFY_ON_COMPLETE,
            Defaults.NOTIFY_ON_FAILURE);
    var verdicts = Map.of(TaskType.CUSTOM, new TypeVerdict(List.of(), OnUncertain.RETRY));
    TASKS.port(CreateTask.Store.class).create(HEAVY, task, verdicts, null);
  }

  private static void update() {
    var one = new Selection(List.of(new TaskId(500_020)), IfMatch.ANY, true, false);
    TASKS
        .port(ChangeTasks.Store.class)
        .change(
            HEAVY,
            one,
            new Action.Update(
                TaskPatch.assigned(System.nanoTime() % 2 == 0),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            HeadStart.USUAL,
            null);
  }
}
