package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a new task is, whom it belongs to, and whether it may run at once. */
@Tag("US-001")
class CreatingTest {
  private static final Instant SOME_DAY = Instant.parse("2999-01-01T00:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final TheStore store = TheStore.emptied();

  @Test
  void an_owner_is_met_at_first_sight() {
    aTask().createdIn(store);

    assertThat(store.ask("select subject || ' ' || email || ' ' || name from users"))
        .isEqualTo("alice alice@example.com Alice");
  }

  @Test
  void twenty_first_sights_at_once_make_one_owner_of_twenty_tasks() {
    AtOnce.times(20, () -> aTask().createdIn(store));

    assertThat(store.count("select count(*) from users")).isEqualTo(1);
    assertThat(store.count("select count(*) from agency_tasks")).isEqualTo(20);
  }

  @Test
  void claims_that_changed_are_taken_over_and_those_left_out_are_kept() {
    aTask().createdIn(store);
    aTask().of(new Owner("alice", "new@example.com", null)).createdIn(store);

    assertThat(store.ask("select email || ' ' || name from users"))
        .isEqualTo("new@example.com Alice");
    assertThat(store.count("select count(distinct user_id) from agency_tasks")).isEqualTo(1);
  }

  @Test
  @Tag("AC-001")
  @Tag("FR-001.16")
  @Tag("FR-001.17")
  @Tag("NFR-023")
  void a_new_task_is_pending_and_its_first_event_says_who_made_it() {
    var task = aTask().createdIn(store);

    assertThat(
            store.ask(
                """
                select actor || ' ' || to_status || ' ' || (actor_user_id = user_id)
                from task_events where task_id = ? and from_status is null
                """,
                task.value()))
        .isEqualTo("user pending true");
    assertThat(store.ask("select source_type || ' ' || status from agency_tasks"))
        .isEqualTo("manual pending");
    assertThat(store.count("select count(*) from task_events")).isEqualTo(1);
  }

  static Stream<Arguments> starts() {
    return Stream.of(
        Arguments.of(aTask(), true, true),
        Arguments.of(aTask().awaitingReview(), true, false),
        Arguments.of(aTask().forAPerson(), true, false),
        Arguments.of(aTask().startedByHand(), false, false),
        Arguments.of(aTask().scheduledFor(SOME_DAY), false, false),
        Arguments.of(aTask().scheduledFor(LONG_AGO), true, true),
        Arguments.of(aTask().scheduledFor(LONG_AGO).awaitingReview(), true, false),
        Arguments.of(aTask().notBefore(SOME_DAY), false, false));
  }

  @ParameterizedTest
  @MethodSource("starts")
  @Tag("AC-001")
  @Tag("FR-001.18")
  void a_task_is_released_by_how_it_starts_and_ready_by_its_guards(
      ATask aTask, boolean released, boolean ready) {
    var creation = aTask.offeredTo(store);

    assertThat(creation)
        .isInstanceOfSatisfying(
            Creation.Created.class,
            created -> assertThat(created.runsIn()).isEqualTo(ready ? Duration.ZERO : null));
    assertThat(store.ask("select released_at is not null from agency_tasks"))
        .isEqualTo(released ? "t" : "f");
  }

  @Test
  @Tag("FR-001.18")
  void a_time_within_a_quarter_of_an_hour_is_told_so_that_a_doorbell_waits_for_it() {
    var time = Instant.now().plusSeconds(600);

    var creation = aTask().scheduledFor(time).awaitingReview().offeredTo(store);

    assertThat(creation)
        .isInstanceOfSatisfying(
            Creation.Created.class,
            created ->
                assertThat(created.runsIn())
                    .isBetween(Duration.ofSeconds(560), Duration.ofSeconds(600)));
    assertThat(store.ask("select released_at from agency_tasks")).isEqualTo("null");
  }

  @Test
  void a_time_long_past_is_no_head_start() {
    aTask().scheduledFor(LONG_AGO).createdIn(store);

    assertThat(
            store.ask(
                "select released_at = created_at and triggered_by = 'schedule' from agency_tasks"))
        .isEqualTo("t");
  }

  @Test
  void a_browser_task_goes_to_its_own_lane() {
    aTask().inTheBrowser().createdIn(store);

    assertThat(store.ask("select lane from agency_tasks")).isEqualTo("browser");
    assertThat(new AWorker(store).claim(10)).isEmpty();
  }

  @Test
  @Tag("FR-001.13")
  void what_it_depends_on_is_kept_and_the_first_unfinished_one_blocks_it() {
    var done = aTask().createdIn(store);
    new AWorker(store).finish(done, AWorker.DONE);
    var second = aTask().createdIn(store);
    var third = aTask().createdIn(store);

    var task = created(aTask().dependingOn(third, done, second).offeredTo(store));

    assertThat(task.dependsOn()).containsExactlyInAnyOrder(done, second, third);
    assertThat(task.blockedBy()).isEqualTo(second);
  }

  @Test
  void dependencies_that_are_all_done_block_nothing() {
    var done = aTask().createdIn(store);
    new AWorker(store).finish(done, AWorker.DONE);

    assertThat(created(aTask().dependingOn(done).offeredTo(store)).blockedBy()).isNull();
  }

  @Test
  @Tag("NFR-019")
  void a_missing_a_foreign_and_a_cancelled_dependency_are_refused_alike() {
    var own = aTask().createdIn(store);
    var foreign = aTask().of(BOB).createdIn(store);
    var cancelled = aTask().createdIn(store);
    store.tell("update agency_tasks set status = 'cancelled' where id = ?", cancelled.value());
    var missing = new TaskId(999_999_999);

    var creation = aTask().dependingOn(own, missing, cancelled, foreign).offeredTo(store);

    assertThat(creation)
        .isEqualTo(
            new Creation.Refused(
                List.of(notThere(foreign), notThere(cancelled), notThere(missing))));
    assertThat(store.count("select count(*) from agency_tasks")).isEqualTo(3);
  }

  @Test
  void a_refused_task_leaves_no_event_and_no_edge() {
    aTask().dependingOn(new TaskId(999_999_999)).offeredTo(store);

    assertThat(store.count("select count(*) from task_events")).isZero();
    assertThat(store.count("select count(*) from task_dependencies")).isZero();
    assertThat(store.count("select count(*) from users where subject = ?", ALICE.subject()))
        .isEqualTo(1);
  }

  private static Fault notThere(TaskId task) {
    return new Fault("dependsOn", "names task %d, which is not there".formatted(task.value()));
  }

  private static TaskSummary created(Creation creation) {
    return ((Creation.Created) creation).task().summary();
  }
}
