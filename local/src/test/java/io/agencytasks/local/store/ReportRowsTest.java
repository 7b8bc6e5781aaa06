package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.report.ReportFilter;
import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.report.ReportRow;
import io.agencytasks.domain.report.ReportRow.ExecutionRow;
import io.agencytasks.domain.report.ReportRow.TaskRow;
import io.agencytasks.domain.report.ReportRows;
import io.agencytasks.domain.report.Span;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reports are made of: all of it, in order, once, and only the owner's. */
class ReportRowsTest {
  private static final Span ALWAYS = new Span(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
  private static final ReportFilter ANY =
      new ReportFilter(List.of(), List.of(), List.of(), List.of(), List.of());

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void nobody_reads_what_is_anothers(ReportKind kind) {
    someOfAll(BOB);
    aTask().createdIn(store);

    assertThat(read(ALICE, kind, ALWAYS, ANY)).hasSize(kind == ReportKind.TASK_SUMMARY ? 1 : 0);
    assertThat(read(BOB, kind, ALWAYS, ANY)).isNotEmpty();
  }

  /** A task of each kind that leaves a row in some report. */
  private void someOfAll(Owner owner) {
    aTask().of(owner).createdIn(store);
    worker.settle(worker.claimOne(), AWorker.GIVE_UP);
    var reviewed = aTask().of(owner).awaitingReview().createdIn(store);
    new AHand(store, owner).does(AHand.APPROVE, reviewed);
  }

  @Test
  void a_task_is_in_from_its_first_moment_and_not_at_the_last() {
    var midnight = Instant.parse("2026-11-01T00:00:00Z");
    var task = aTask().createdIn(store);
    store.tell("update agency_tasks set created_at = '2026-11-01T00:00:00Z'");

    assertThat(ids(read(ALICE, ReportKind.TASK_SUMMARY, from(midnight, 1), ANY)))
        .containsExactly(task.value());
    assertThat(read(ALICE, ReportKind.TASK_SUMMARY, from(midnight.plusNanos(1_000), 1), ANY))
        .isEmpty();
    assertThat(read(ALICE, ReportKind.TASK_SUMMARY, from(midnight.minusSeconds(60), 60), ANY))
        .isEmpty();
  }

  @Test
  void a_row_has_what_is_known_of_its_task() {
    var task = aTask().called("Call").with(Priority.HIGH).retriedAtMost(1).createdIn(store);
    worker.settle(worker.claimOne(), AWorker.RETRY);
    store.tell("update agency_tasks set not_before = now(), tags = '[\"spring\"]'");
    worker.settle(worker.claimOne(), AWorker.GIVE_UP);

    var row = (TaskRow) read(ALICE, ReportKind.TASK_SUMMARY, ALWAYS, ANY).getFirst();

    assertThat(row.id()).isEqualTo(task.value());
    assertThat(row.title()).isEqualTo("Call");
    assertThat(row.taskType()).isEqualTo(TaskType.API_CALL);
    assertThat(row.status()).hasToString("failed");
    assertThat(row.tags()).containsExactly("spring");
    assertThat(row.attempts()).isEqualTo(2);
    assertThat(row.lastError()).isEqualTo("It is not there.");
    assertThat(row.startedAt()).isAfterOrEqualTo(row.at());
    assertThat(row.completedAt()).isNull();
  }

  @Test
  void executions_of_all_lanes_come_in_order_of_time() {
    aTask().inTheBrowser().createdIn(store);
    aTask().createdIn(store);
    aTask().inTheBrowser().createdIn(store);
    worker.claimTasksOfAllLanes(10);
    store.tell(
        "update task_executions set started_at = started_at + make_interval(secs => task_id % 97)");

    var rows = read(ALICE, ReportKind.EXECUTION_LOG, ALWAYS, ANY);

    assertThat(rows).hasSize(3).extracting(ReportRow::at).isSorted();
    assertThat((ExecutionRow) rows.getFirst())
        .satisfies(row -> assertThat(row.attempt()).isOne())
        .satisfies(row -> assertThat(row.status()).hasToString("started"));
  }

  @Test
  void every_filter_must_fit_and_of_each_one_value() {
    var wanted = aTask().with(Priority.HIGH).createdIn(store);
    var other = aTask().with(Priority.LOW).createdIn(store);
    store.tell(
        """
        update agency_tasks
        set category = 'sales', tags = '["spring", "email"]', task_type = 'reminder'
        where id = ?
        """,
        wanted.value());

    assertThat(filtered(new Filter().status("pending", "failed"))).containsExactly(wanted, other);
    assertThat(filtered(new Filter().status("failed"))).isEmpty();
    assertThat(filtered(new Filter().priority(Priority.HIGH, Priority.CRITICAL)))
        .containsExactly(wanted);
    assertThat(filtered(new Filter().category("sales", "none"))).containsExactly(wanted);
    assertThat(filtered(new Filter().type(TaskType.REMINDER))).containsExactly(wanted);
    assertThat(filtered(new Filter().tag("email", "none"))).containsExactly(wanted);
    assertThat(filtered(new Filter().tag("mail"))).isEmpty();
    assertThat(filtered(new Filter().tag("email").priority(Priority.LOW))).isEmpty();
  }

  @Test
  void more_rows_than_an_answer_holds_come_page_by_page_and_each_once() {
    aTask().createdIn(store);
    copied(4_500, "title || ' ' || n");

    assertThat(ids(read(ALICE, ReportKind.TASK_SUMMARY, ALWAYS, ANY))).hasSize(4_501).isSorted();
  }

  @Test
  void rows_at_their_biggest_come_whole() {
    aTask().maximal().createdIn(store);
    copied(300, "title");
    store.tell("update agency_tasks set last_error = repeat('\uD83D\uDE80', 2000)");

    assertThat(read(ALICE, ReportKind.TASK_SUMMARY, ALWAYS, ANY))
        .hasSize(301)
        .allSatisfy(row -> assertThat(((TaskRow) row).lastError()).hasSize(4_000));
  }

  /** As many tasks more, all made in one moment, but for these titles like the first. */
  private void copied(int times, String title) {
    store.tell(
        """
        insert into agency_tasks (
          user_id, source_type, title, category, task_type, priority, tags, lane, not_before)
        select user_id, source_type, {title}, category, task_type, priority, tags, lane, not_before
        from agency_tasks
        cross join generate_series(1, ?) n
        """
            .replace("{title}", title),
        times);
  }

  private List<TaskId> filtered(Filter filter) {
    return ids(read(ALICE, ReportKind.TASK_SUMMARY, ALWAYS, filter.made())).stream()
        .map(TaskId::new)
        .toList();
  }

  private List<ReportRow> read(Owner owner, ReportKind kind, Span span, ReportFilter filter) {
    long user = store.count("select id from users where subject = ?", owner.subject());
    var query = new ReportRows.Query(user, kind, span, filter);
    var rows = new ArrayList<ReportRow>();
    var page = store.port(ReportRows.class).read(query, Optional.empty());
    rows.addAll(page.rows());
    while (!page.isLast()) {
      page = store.port(ReportRows.class).read(query, Optional.of(rows.getLast()));
      rows.addAll(page.rows());
    }
    return rows;
  }

  private static List<Long> ids(List<ReportRow> rows) {
    return rows.stream().map(ReportRow::id).toList();
  }

  private static Span from(Instant from, long seconds) {
    return new Span(from, from.plusSeconds(seconds));
  }

  /** A filter that is made bit by bit. */
  private record Filter(
      List<String> statuses,
      List<Priority> priorities,
      List<Category> categories,
      List<TaskType> types,
      List<Tag> tags) {
    Filter() {
      this(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    Filter status(String... names) {
      return new Filter(List.of(names), priorities, categories, types, tags);
    }

    Filter priority(Priority... wanted) {
      return new Filter(statuses, List.of(wanted), categories, types, tags);
    }

    Filter category(String... names) {
      return new Filter(
          statuses, priorities, List.of(names).stream().map(Category::new).toList(), types, tags);
    }

    Filter type(TaskType... wanted) {
      return new Filter(statuses, priorities, categories, List.of(wanted), tags);
    }

    Filter tag(String... names) {
      return new Filter(
          statuses, priorities, categories, types, List.of(names).stream().map(Tag::new).toList());
    }

    ReportFilter made() {
      return new ReportFilter(statuses, priorities, categories, types, tags);
    }
  }
}
