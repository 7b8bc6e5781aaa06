package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.listing.Cursor;
import io.agencytasks.domain.listing.ListTasks;
import io.agencytasks.domain.listing.Page;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.TaskFilter;
import io.agencytasks.domain.listing.TaskList;
import io.agencytasks.domain.listing.TaskQuery;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Execution;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskDetails;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One task, and lists of them: whole, in order, and only the owner's. */
class ReadingTest {
  private final TheStore store = TheStore.emptied();

  @Test
  void the_newest_task_comes_first_and_all_are_counted() {
    var tasks = created(5);

    var list = list(ALICE, page(2, 1));

    assertThat(idsOf(list)).containsExactly(tasks.get(3), tasks.get(2));
    assertThat(list.total()).isEqualTo(5);
    assertThat(list.next()).isPresent();
  }

  @Test
  void the_last_page_has_nothing_behind_it() {
    created(3);

    assertThat(list(ALICE, page(50, 0)).next()).isEmpty();
    assertThat(list(ALICE, page(50, 3)).tasks()).isEmpty();
  }

  @Test
  void tasks_of_one_moment_come_in_the_order_of_their_ids_and_each_once() {
    var tasks = created(7);
    store.tell("update agency_tasks set created_at = '2026-11-23T10:00:00Z'");

    assertThat(pagedThrough(3, () -> {})).isEqualTo(tasks.reversed());
  }

  @Test
  void a_cursor_stays_put_while_others_insert() {
    var tasks = created(7);

    assertThat(pagedThrough(2, () -> aTask().called("Later").createdIn(store)))
        .isEqualTo(tasks.reversed());
  }

  @Test
  void someone_who_never_came_has_an_empty_list() {
    var list = list(new Owner("nobody", null, null), page(50, 0));

    assertThat(list).isEqualTo(new TaskList(List.of(), 0, Optional.empty()));
  }

  @Test
  void nobody_sees_or_runs_what_is_someone_elses() {
    var foreign = aTask().createdIn(store);
    aTask().of(BOB).createdIn(store);

    assertThat(find(BOB, foreign)).isEmpty();
    assertThat(idsOf(list(BOB, page(50, 0)))).hasSize(1).doesNotContain(foreign);
    assertThat(new AHand(store, BOB).does(AHand.EXECUTE, foreign)).isEqualTo(new Change.NotFound());
    assertThat(store.ask("select version from agency_tasks where id = ?", foreign.value()))
        .isEqualTo("1");
  }

  @Test
  void a_task_that_never_was_is_not_found() {
    assertThat(find(ALICE, new TaskId((1L << 53) - 1))).isEmpty();
  }

  @Test
  void a_maximal_task_comes_back_whole() {
    var creation = (Creation.Created) aTask().maximal().offeredTo(store);

    assertThat(find(ALICE, creation.task().id()))
        .get()
        .extracting(TaskDetails::task)
        .isEqualTo(creation.task());
    assertThat(creation.task().summary().title()).isEqualTo("\uD83D\uDE80".repeat(500));
  }

  @Test
  void a_page_of_a_hundred_maximal_tasks_comes_back_whole_and_in_order() {
    var tasks = IntStream.range(0, 100).mapToObj(n -> aTask().maximal().createdIn(store)).toList();

    var list = list(ALICE, page(100, 0));

    assertThat(idsOf(list)).isEqualTo(tasks.reversed());
    assertThat(list.total()).isEqualTo(100);
    assertThat(list.tasks()).allSatisfy(task -> assertThat(task.tags()).hasSize(20));
  }

  @Test
  void a_page_that_would_outgrow_what_lambda_answers_with_ends_early_and_says_where() {
    var tasks = IntStream.range(0, 100).mapToObj(n -> aTask().maximal().createdIn(store)).toList();
    store.tell(
        """
        update agency_tasks
        set status_reason = repeat('"', 2000), last_error = repeat('"', 2000),
            result_summary = repeat('\u00e9', 1000), description = repeat('"', 5000)
        """);

    assertThat(list(ALICE, page(100, 0)).tasks()).hasSizeBetween(60, 99);
    assertThat(pagedThrough(100, () -> {})).isEqualTo(tasks.reversed());
  }

  @Test
  void a_page_that_takes_several_answers_holds_each_task_once_while_others_insert() {
    var tasks = IntStream.range(0, 40).mapToObj(n -> aTask().maximal().createdIn(store)).toList();
    var works = new ArrayList<Callable<List<TaskId>>>();
    works.add(() -> idsOf(list(ALICE, page(100, 0))));
    for (int n = 0; n < 20; n++) {
      works.add(() -> List.of(aTask().createdIn(store)));
    }

    assertThat(AtOnce.all(works).getFirst()).doesNotHaveDuplicates().containsAll(tasks);
  }

  @Test
  @Tag("FR-011.4")
  void a_task_shows_its_last_ten_executions_newest_first() {
    var task = aTask().retriedAtMost(10).createdIn(store);
    var worker = new AWorker(store);
    for (int attempt = 1; attempt <= 11; attempt++) {
      store.tell("update agency_tasks set not_before = now()");
      worker.settle(worker.claimOne(), AWorker.RETRY);
    }

    assertThat(find(ALICE, task).orElseThrow().executions())
        .extracting(Execution::attemptNumber)
        .isEqualTo(IntStream.rangeClosed(2, 11).boxed().toList().reversed());
  }

  /** All that cursors lead to, with something that happens between any two pages. */
  private List<TaskId> pagedThrough(int limit, Runnable meanwhile) {
    var seen = new ArrayList<TaskId>();
    Optional<Cursor> after = Optional.empty();
    do {
      var list = list(ALICE, new Page(limit, 0, after));
      seen.addAll(idsOf(list));
      after = list.next();
      meanwhile.run();
    } while (after.isPresent());
    return seen;
  }

  private List<TaskId> created(int count) {
    return LongStream.range(0, count).mapToObj(n -> aTask().createdIn(store)).toList();
  }

  private Optional<TaskDetails> find(Owner owner, TaskId task) {
    return store.port(GetTask.Store.class).find(owner, task);
  }

  private TaskList list(Owner owner, Page page) {
    return store
        .port(ListTasks.Store.class)
        .list(owner, new TaskQuery(TaskFilter.NONE, Sort.NEWEST_FIRST, page));
  }

  private static Page page(int limit, int offset) {
    return new Page(limit, offset, Optional.empty());
  }

  private static List<TaskId> idsOf(TaskList list) {
    return list.tasks().stream().map(TaskSummary::id).toList();
  }
}
