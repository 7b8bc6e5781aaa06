package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.queue.GetQueue;
import io.agencytasks.domain.queue.QueueCounts;
import io.agencytasks.domain.queue.QueueFilter;
import io.agencytasks.domain.queue.QueuedTask;
import io.agencytasks.domain.queue.TaskQueue;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.local.store.Crowd.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queue is what it says it is: against a model, and against the claims themselves. */
@Tag("AC-006")
@Tag("US-007")
class QueueTest {
  private final TheStore store = TheStore.emptied();

  /** What the queue shows of a task, as far as it concerns the queue. */
  record Shown(TaskId id, boolean isRunning, @Nullable Long position) {
    static Shown of(QueuedTask task) {
      return new Shown(task.task().id(), task.isRunning(), task.position());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @Tag("FR-009.1")
  @Tag("FR-009.2")
  @Tag("FR-009.3")
  @Tag("FR-009.4")
  @Tag("FR-009.5")
  @Tag("FR-009.6")
  @Tag("FR-009.7")
  void every_filter_and_limit_shows_what_the_model_expects(long seed) {
    var crowd = Crowd.of(ALICE, 150, seed, store);
    Crowd.of(BOB, 50, -seed, store);

    for (var filter : QueueFilter.values()) {
      for (int limit : List.of(1, 7, 100)) {
        var queue = queue(ALICE, filter, limit);

        assertThat(queue.counts()).isEqualTo(counts(crowd));
        assertThat(queue.tasks())
            .as("%s, %d", filter, limit)
            .extracting(Shown::of)
            .isEqualTo(expected(crowd, filter, limit));
      }
    }
  }

  @Test
  @Tag("FR-009.5")
  void tasks_are_claimed_in_the_order_of_their_positions_ties_too() {
    for (var priority : Priority.values()) {
      IntStream.range(0, 4).forEach(n -> aTask().with(priority).createdIn(store));
    }
    store.tell("update agency_tasks set released_at = now() - interval '1 hour'");
    var worker = new AWorker(store);
    var promised =
        queue(ALICE, QueueFilter.PENDING, 100).tasks().stream()
            .sorted(comparing(QueuedTask::position))
            .map(task -> task.task().id())
            .toList();

    var claimed = new ArrayList<TaskId>();
    IntStream.range(0, 16).forEach(n -> claimed.addAll(worker.claimTasks(1)));

    assertThat(claimed).isEqualTo(promised);
  }

  @Test
  @Tag("FR-009.5")
  void whoever_is_next_moves_up_when_one_starts() {
    var first = aTask().with(Priority.CRITICAL).createdIn(store);
    var second = aTask().with(Priority.LOW).createdIn(store);
    assertThat(position(second)).isEqualTo(2);

    new AWorker(store).claim(1);

    assertThat(position(second)).isEqualTo(1);
    assertThat(position(first)).isNull();
  }

  @Test
  void what_was_put_off_without_a_time_is_scheduled() {
    var task = aTask().createdIn(store);
    store.tell("update agency_tasks set status = 'deferred', not_before = 'infinity'");

    assertThat(queue(ALICE, QueueFilter.SCHEDULED, 50).tasks())
        .extracting(Shown::of)
        .containsExactly(new Shown(task, false, null));
  }

  @ParameterizedTest
  @EnumSource(QueueFilter.class)
  void someone_who_never_came_has_an_empty_queue(QueueFilter filter) {
    aTask().createdIn(store);

    assertThat(queue(new Owner("nobody", null, null), filter, 50))
        .isEqualTo(new TaskQueue(List.of(), new QueueCounts(0, 0, 0)));
  }

  @Test
  void a_page_of_a_hundred_maximal_tasks_comes_back_whole_and_in_order() {
    var tasks = IntStream.range(0, 100).mapToObj(n -> aTask().maximal().createdIn(store)).toList();

    var queue = queue(ALICE, QueueFilter.ALL, 100);

    assertThat(queue.tasks()).extracting(task -> task.task().id()).isEqualTo(tasks.reversed());
    assertThat(queue.tasks()).allSatisfy(task -> assertThat(task.task().tags()).hasSize(20));
    assertThat(queue.tasks())
        .extracting(QueuedTask::position)
        .isEqualTo(IntStream.rangeClosed(1, 100).mapToObj(n -> 101L - n).toList());
  }

  @Test
  void a_page_that_takes_several_answers_holds_each_task_once_while_others_insert() {
    var tasks = IntStream.range(0, 40).mapToObj(n -> aTask().maximal().createdIn(store)).toList();
    var works = new ArrayList<Callable<List<TaskId>>>();
    works.add(
        () ->
            queue(ALICE, QueueFilter.ALL, 100).tasks().stream()
                .map(task -> task.task().id())
                .toList());
    for (int n = 0; n < 20; n++) {
      works.add(() -> List.of(aTask().createdIn(store)));
    }

    assertThat(AtOnce.all(works).getFirst()).doesNotHaveDuplicates().containsAll(tasks);
  }

  private static List<Shown> expected(Crowd crowd, QueueFilter filter, int limit) {
    var positions = positions(crowd);
    return crowd.members().stream()
        .filter(task -> isIn(filter, task, crowd.now()))
        .sorted(
            comparing(Member::priority)
                .thenComparing(Member::createdAt)
                .thenComparing(task -> task.id().value())
                .reversed())
        .limit(limit)
        .map(
            task ->
                new Shown(
                    task.id(),
                    isIn(QueueFilter.RUNNING, task, crowd.now()),
                    positions.get(task.id())))
        .toList();
  }

  /** The order of claims, lane by lane. */
  private static Map<TaskId, Long> positions(Crowd crowd) {
    var positions = new HashMap<TaskId, Long>();
    crowd.members().stream()
        .filter(task -> task.isReady(crowd.now()))
        .sorted(comparing(Member::runOrder).thenComparing(task -> task.id().value()))
        .collect(groupingBy(Member::lane))
        .values()
        .forEach(
            line ->
                IntStream.range(0, line.size())
                    .forEach(n -> positions.put(line.get(n).id(), n + 1L)));
    return positions;
  }

  private static QueueCounts counts(Crowd crowd) {
    return new QueueCounts(
        count(crowd, QueueFilter.RUNNING),
        count(crowd, QueueFilter.PENDING),
        count(crowd, QueueFilter.SCHEDULED));
  }

  private static long count(Crowd crowd, QueueFilter filter) {
    return crowd.members().stream().filter(task -> isIn(filter, task, crowd.now())).count();
  }

  private static boolean isIn(QueueFilter filter, Member task, Instant now) {
    return task.stage(now)
        .filter(stage -> filter == QueueFilter.ALL || filter == stage)
        .isPresent();
  }

  private @Nullable Long position(TaskId id) {
    return queue(ALICE, QueueFilter.ALL, 100).tasks().stream()
        .filter(task -> task.task().id().equals(id))
        .findFirst()
        .orElseThrow()
        .position();
  }

  private TaskQueue queue(Owner owner, QueueFilter filter, int limit) {
    return store.port(GetQueue.Store.class).queue(owner, filter, limit);
  }
}
