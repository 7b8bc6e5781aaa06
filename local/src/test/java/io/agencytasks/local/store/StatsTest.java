package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.stats.GetStats;
import io.agencytasks.domain.stats.Stats;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.local.store.Crowd.Member;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts that are true at every moment. */
@Tag("AC-007")
@Tag("US-008")
class StatsTest {
  private final TheStore store = TheStore.emptied();

  @ParameterizedTest
  @CsvSource({
    "1, UTC",
    "2, Europe/Berlin",
    "3, America/New_York",
    "4, Pacific/Kiritimati",
    "5, Asia/Kathmandu"
  })
  @Tag("FR-010.1")
  @Tag("FR-010.2")
  @Tag("FR-010.3")
  @Tag("FR-010.4")
  @Tag("FR-010.5")
  @Tag("FR-010.6")
  void tasks_in_every_state_are_counted_as_the_model_counts_them(long seed, String zone) {
    var crowd = Crowd.of(ALICE, 150, seed, store);
    Crowd.of(BOB, 50, -seed, store);

    assertThat(stats(ALICE, crowd.now(), ZoneId.of(zone)))
        .isEqualTo(expected(crowd, ZoneId.of(zone)));
  }

  @Test
  void what_changes_shows_at_once() {
    var task = aTask().awaitingReview().createdIn(store);
    assertThat(stats(ALICE).pendingReview()).isEqualTo(1);

    new AHand(store).does(AHand.CANCEL, task);

    assertThat(stats(ALICE).pendingReview()).isZero();
    assertThat(stats(ALICE).byStatus()).containsEntry(TaskStatus.CANCELLED, 1L);
  }

  @Test
  @Tag("FR-010.1")
  @Tag("FR-010.2")
  void someone_who_never_came_has_zeros_of_every_kind() {
    aTask().createdIn(store);

    var stats = stats(new Owner("nobody", null, null));

    assertThat(stats.total()).isZero();
    assertThat(stats.byStatus()).hasSize(8).allSatisfy((status, n) -> assertThat(n).isZero());
    assertThat(stats.byPriority()).hasSize(4).allSatisfy((priority, n) -> assertThat(n).isZero());
  }

  /** In Berlin that day had 23 hours, from 23:00 to 22:00 in UTC. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T22:59:59.999999Z, 0",
    "2026-03-28T23:00:00Z, 1",
    "2026-03-29T21:59:59.999999Z, 1",
    "2026-03-29T22:00:00Z, 0"
  })
  @Tag("FR-010.5")
  void today_has_a_first_and_a_last_moment(Instant scheduledFor, long today) {
    aTask().scheduledFor(scheduledFor).createdIn(store);

    var stats = stats(ALICE, Instant.parse("2026-03-29T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    assertThat(stats.scheduledToday()).isEqualTo(today);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "cancelled", "failed", "in_progress"})
  @Tag("FR-010.5")
  void what_was_scheduled_for_today_counts_though_it_is_done(String status) {
    aTask().scheduledFor(Instant.now()).createdIn(store);
    store.tell("alter table agency_tasks disable trigger user");
    store.tell(
        "update agency_tasks set status = ?, started_at = now(),"
            + " completed_at = case when ? then now() end",
        status,
        status.equals("completed"));
    store.tell("alter table agency_tasks enable trigger user");

    assertThat(stats(ALICE).scheduledToday()).isEqualTo(1);
  }

  private static Stats expected(Crowd crowd, ZoneId zone) {
    var today = LocalDate.ofInstant(crowd.now(), zone);
    return new Stats(
        by(TaskStatus.values(), crowd, Member::status),
        by(Priority.values(), crowd, Member::priority),
        count(crowd, task -> task.review() && !task.isFinal()),
        count(
            crowd,
            task ->
                task.deadline() != null
                    && task.deadline().isBefore(crowd.now())
                    && !task.isFinal()),
        count(
            crowd,
            task ->
                task.scheduledFor() != null
                    && LocalDate.ofInstant(task.scheduledFor(), zone).equals(today)),
        crowd.members().size());
  }

  private static <E> Map<E, Long> by(E[] values, Crowd crowd, Function<Member, E> group) {
    return Arrays.stream(values)
        .collect(
            Collectors.toMap(
                value -> value, value -> count(crowd, task -> group.apply(task).equals(value))));
  }

  private static long count(Crowd crowd, Predicate<Member> which) {
    return crowd.members().stream().filter(which).count();
  }

  private Stats stats(Owner owner) {
    return stats(owner, Instant.now(), ZoneOffset.UTC);
  }

  private Stats stats(Owner owner, Instant now, ZoneId zone) {
    return new GetStats(store.port(GetStats.Store.class), Clock.fixed(now, ZoneOffset.UTC))
        .apply(owner, zone);
  }
}
