package io.agencytasks.local.store;

import static io.agencytasks.local.store.AnyTask.any;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.listing.Cursor;
import io.agencytasks.domain.listing.ListTasks;
import io.agencytasks.domain.listing.Page;
import io.agencytasks.domain.listing.Search;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.SortBy;
import io.agencytasks.domain.listing.SortOrder;
import io.agencytasks.domain.listing.TaskFilter;
import io.agencytasks.domain.listing.TaskList;
import io.agencytasks.domain.listing.TaskQuery;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.SourceType;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of chance tasks against a model; {@code -Dseed=…} replays a run that failed. */
@Tag("US-002")
@Tag("AC-002")
class ListingTest {
  private static final Owner ALICE = new Owner("alice", null, null);
  private static final int TASKS = 300;
  private static final int QUERIES = 400;

  private final TheStore store = TheStore.emptied();
  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final RandomGenerator chance = new Random(seed);
  private final ListModel model =
      new ListModel(
          LongStream.range(0, TASKS).mapToObj(n -> AnyTask.drawn(2 * n + 1, chance)).toList());

  @BeforeEach
  void tasksOfAliceAndBob() {
    AnyTask.store(store, "alice", model.tasks().stream());
    AnyTask.store(
        store, "bob", LongStream.range(0, TASKS).mapToObj(n -> AnyTask.drawn(2 * n + 2, chance)));
  }

  @Test
  @Tag("FR-003.1")
  @Tag("FR-003.2")
  @Tag("FR-003.3")
  @Tag("FR-003.4")
  @Tag("FR-003.5")
  @Tag("FR-003.6")
  @Tag("FR-003.7")
  @Tag("FR-003.8")
  @Tag("FR-003.9")
  @Tag("FR-003.10")
  @Tag("FR-003.11")
  @Tag("FR-003.12")
  @Tag("FR-003.13")
  @Tag("FR-003.14")
  @Tag("FR-003.15")
  @Tag("FR-003.16")
  void any_filter_in_any_order_lists_what_the_model_does() {
    int found = 0;
    for (int n = 0; n < QUERIES; n++) {
      var filter = drawnFilter();
      var sort = new Sort(any(chance, SortBy.values()), any(chance, SortOrder.values()));
      var expected = model.list(filter, sort);
      walk("seed %d, query %d: %s by %s".formatted(seed, n, filter, sort), filter, sort, expected);
      found += expected.isEmpty() ? 0 : 1;
    }
    assertThat(found).as("queries that find something").isGreaterThan(QUERIES / 4);
  }

  static Stream<Arguments> filters() {
    var none = TaskFilter.NONE;
    return Stream.of(
            Stream.of(TaskStatus.values()).map(it -> with(List.of(it), null, null, null, null)),
            Stream.of(Priority.values()).map(it -> with(List.of(), it, null, null, null)),
            Stream.of(TaskType.values()).map(it -> with(List.of(), null, it, null, null)),
            Stream.of(SourceType.values()).map(it -> with(List.of(), null, null, it, null)),
            AnyTask.WORDS.stream().map(it -> with(List.of(), null, null, null, new Search(it))),
            Stream.of(none, with(List.of(TaskStatus.values()), null, null, null, null)))
        .flatMap(it -> it)
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("filters")
  @Tag("FR-003.10")
  void each_value_of_a_filter_lists_what_the_model_does(TaskFilter filter) {
    var expected = model.list(filter, Sort.NEWEST_FIRST);

    walk("seed " + seed, filter, Sort.NEWEST_FIRST, expected);
  }

  static Stream<Sort> orders() {
    return Stream.of(SortBy.values())
        .flatMap(by -> Stream.of(SortOrder.values()).map(order -> new Sort(by, order)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void a_walk_by_cursor_holds_each_task_once_while_others_insert(Sort sort) {
    var walked = new AtomicBoolean();
    var works = new ArrayList<Callable<List<Long>>>();
    works.add(
        () -> {
          var seen = walked(TaskFilter.NONE, sort, 7);
          walked.set(true);
          return seen;
        });
    works.add(
        () -> {
          var ids = LongStream.iterate(10_000, n -> n + 1).iterator();
          while (!walked.get()) {
            AnyTask.store(store, "alice", Stream.of(AnyTask.drawn(ids.next(), new Random(seed))));
          }
          return List.of();
        });

    var seen = AtOnce.all(works).getFirst();

    assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(id -> id < 10_000).toList())
        .isEqualTo(model.list(TaskFilter.NONE, sort));
  }

  private void walk(String what, TaskFilter filter, Sort sort, List<Long> expected) {
    int limit = Math.clamp(expected.size() / (1 + chance.nextInt(4)) + 1, 1, 100);
    for (int offset = 0; offset <= expected.size(); offset += limit) {
      var page = list(filter, sort, new Page(limit, offset, Optional.empty()));
      int end = Math.min(offset + limit, expected.size());
      assertThat(ids(page)).as(what).isEqualTo(expected.subList(offset, end));
      assertThat(page.total()).as(what).isEqualTo(expected.size());
      assertThat(page.next().isPresent()).as(what).isEqualTo(end < expected.size());
    }
    assertThat(walked(filter, sort, limit)).as(what).isEqualTo(expected);
  }

  /** All that cursors lead to. */
  private List<Long> walked(TaskFilter filter, Sort sort, int limit) {
    var seen = new ArrayList<Long>();
    Optional<Cursor> after = Optional.empty();
    do {
      var page = list(filter, sort, new Page(limit, 0, after));
      seen.addAll(ids(page));
      after = page.next();
    } while (after.isPresent());
    return seen;
  }

  private TaskList list(TaskFilter filter, Sort sort, Page page) {
    return store.port(ListTasks.Store.class).list(ALICE, new TaskQuery(filter, sort, page));
  }

  private static List<Long> ids(TaskList list) {
    return list.tasks().stream().map(task -> task.id().value()).toList();
  }

  private static TaskFilter with(
      List<TaskStatus> statuses,
      @Nullable Priority priority,
      @Nullable TaskType type,
      @Nullable SourceType source,
      @Nullable Search search) {
    return new TaskFilter(
        statuses, priority, null, type, null, null, null, null, null, source, search);
  }

  private TaskFilter drawnFilter() {
    return new TaskFilter(
        rarely() ? drawnStatuses() : List.of(),
        rarely() ? any(chance, Priority.values()) : null,
        rarely() ? new Category(any(chance, AnyTask.CATEGORIES)) : null,
        rarely() ? any(chance, TaskType.values()) : null,
        rarely() ? chance.nextBoolean() : null,
        rarely() ? chance.nextBoolean() : null,
        rarely() ? AnyTask.moment(chance) : null,
        rarely() ? AnyTask.moment(chance) : null,
        rarely() ? new io.agencytasks.domain.task.Tag(any(chance, AnyTask.TAGS)) : null,
        rarely() ? any(chance, SourceType.values()) : null,
        rarely() ? drawnSearch() : null);
  }

  private boolean rarely() {
    return chance.nextInt(6) == 0;
  }

  private List<TaskStatus> drawnStatuses() {
    return IntStream.range(0, 1 + chance.nextInt(4))
        .mapToObj(n -> any(chance, TaskStatus.values()))
        .distinct()
        .toList();
  }

  /** Parts of words, in small letters and capitals. */
  private Search drawnSearch() {
    return new Search(
        IntStream.range(0, 1 + chance.nextInt(2))
            .mapToObj(n -> part(any(chance, AnyTask.WORDS)))
            .map(it -> chance.nextBoolean() ? it : it.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
  }

  private String part(String word) {
    int from = chance.nextInt(word.codePointCount(0, word.length()));
    int to = from + 1 + chance.nextInt(word.codePointCount(0, word.length()) - from);
    return word.substring(word.offsetByCodePoints(0, from), word.offsetByCodePoints(0, to));
  }
}
