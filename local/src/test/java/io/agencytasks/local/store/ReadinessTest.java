package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;
import static io.agencytasks.local.store.ATask.BOB;
import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.readiness.GetReadiness;
import io.agencytasks.domain.readiness.Link;
import io.agencytasks.domain.readiness.Readiness;
import io.agencytasks.domain.readiness.Reason;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.local.store.Crowd.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a task is not running: every reason, and nothing but the truth. */
class ReadinessTest {
  private static final int CAP = 20;
  private final Instant later =
      Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void what_is_ready_does_start_and_what_is_not_does_not(long seed) {
    var crowd = Crowd.of(ALICE, 150, seed, store);
    var ready =
        crowd.members().stream()
            .map(Member::id)
            .filter(task -> readiness(task).ready())
            .collect(Collectors.toSet());

    assertThat(ready).isNotEmpty().isEqualTo(allClaimed());
  }

  @Test
  void whatever_is_not_ready_has_a_reason_and_a_place_only_what_is() {
    for (var member : Crowd.of(ALICE, 150, 4, store).members()) {
      var readiness = readiness(member.id());

      assertThat(readiness.ready() || !readiness.reasons().isEmpty()).isTrue();
      assertThat(readiness.reasons())
          .allSatisfy(
              reason ->
                  assertThat(
                          reason instanceof Reason.QueuedBehind
                              || reason instanceof Reason.CapReached)
                      .isEqualTo(readiness.ready()));
      assertThat(readiness.queuePosition() != null).isEqualTo(readiness.ready());
      assertThat(readiness.estimatedStart()).isNull();
    }
  }

  @Test
  void one_that_is_next_has_nothing_in_its_way() {
    assertThat(readiness(aTask().createdIn(store)))
        .isEqualTo(new Readiness(true, List.of(), 1L, null));
  }

  @Test
  void all_reasons_are_told_at_once() {
    var first = aTask().createdIn(store);
    var task =
        aTask()
            .awaitingReview()
            .forAPerson()
            .dependingOn(first)
            .scheduledFor(later)
            .createdIn(store);

    assertThat(reasons(task))
        .containsExactlyInAnyOrder(
            new Reason.Scheduled(later),
            new Reason.ReviewRequired(),
            new Reason.Blocked(List.of(new Link(first, TaskStatus.PENDING, List.of()))),
            new Reason.AssignedToPerson());
  }

  @Test
  void one_that_waits_to_be_told_says_so_though_it_has_a_time() {
    assertThat(reasons(aTask().startedByHand().notBefore(later).createdIn(store)))
        .containsExactly(new Reason.ManualTrigger());
  }

  @Test
  void one_that_failed_and_is_tried_again_says_when() {
    var task = aTask().createdIn(store);
    worker.settle(worker.claimOne(), AWorker.retryAfter(Optional.of(Duration.ofMinutes(9))));

    assertThat(reasons(task))
        .singleElement()
        .isInstanceOfSatisfying(
            Reason.RetryScheduled.class,
            reason ->
                assertThat(reason.until())
                    .isCloseTo(Instant.now().plusSeconds(540), within(1, ChronoUnit.MINUTES)));
  }

  @Test
  void one_that_was_put_off_says_until_when_if_it_knows() {
    var task = aTask().createdIn(store);
    worker.settle(worker.claimOne(), new Outcome.RunLater(later, "Closed today"));
    assertThat(reasons(task)).containsExactly(new Reason.Deferred(later));

    store.tell("update agency_tasks set not_before = 'infinity'");
    assertThat(reasons(task)).containsExactly(new Reason.Deferred(null));
  }

  @Test
  void one_that_was_put_off_and_is_a_persons_to_start_says_both() {
    var task = aTask().startedByHand().createdIn(store);
    store.tell(
        "update agency_tasks set status = 'deferred', not_before = cast(? as timestamptz)",
        later.toString());

    assertThat(reasons(task))
        .containsExactly(new Reason.Deferred(later), new Reason.ManualTrigger());
  }

  @Test
  void one_that_asked_says_what_and_until_when() {
    var task = aTask().createdIn(store);
    worker.settle(worker.claimOne(), new Outcome.NeedsInput("Which colour?", Optional.of(later)));

    assertThat(reasons(task)).containsExactly(new Reason.WaitingInput("Which colour?", later));
  }

  @Test
  void one_that_runs_and_one_that_has_ended_have_that_one_reason() {
    var task = aTask().createdIn(store);
    var execution = worker.claimOne();
    assertThat(reasons(task)).containsExactly(new Reason.InProgress());

    worker.settle(execution, AWorker.GIVE_UP);
    assertThat(reasons(task)).containsExactly(new Reason.Final(TaskStatus.FAILED));

    new AHand(store).does(AHand.CANCEL, task);
    assertThat(reasons(task)).containsExactly(new Reason.Final(TaskStatus.CANCELLED));
  }

  @Test
  void the_whole_chain_is_shown_the_nearest_first() {
    var done = aTask().createdIn(store);
    worker.finish(done, AWorker.DONE);
    var root = aTask().startedByHand().createdIn(store);
    var left = aTask().dependingOn(root, done).createdIn(store);
    var right = aTask().dependingOn(root).createdIn(store);
    var task = aTask().dependingOn(left, right).createdIn(store);

    var reason = (Reason.Blocked) reasons(task).getFirst();

    assertThat(reason.chain())
        .containsExactlyInAnyOrder(
            new Link(left, TaskStatus.PENDING, List.of(root)),
            new Link(right, TaskStatus.PENDING, List.of(root)),
            new Link(root, TaskStatus.PENDING, List.of()));
    assertThat(reason.chain().getLast().id()).isEqualTo(root);
  }

  @Test
  void a_chain_ends_where_a_failure_does_not_stand_in_the_way() {
    var fails = aTask().createdIn(store);
    var other = aTask().startedByHand().createdIn(store);
    var task =
        aTask().dependingOn(fails, other).whenTheyFail(OnDependencyFailure.RUN).createdIn(store);
    worker.finish(fails, AWorker.GIVE_UP);

    assertThat(reasons(task))
        .containsExactly(
            new Reason.Blocked(List.of(new Link(other, TaskStatus.PENDING, List.of()))));
  }

  @Test
  void a_chain_shows_what_failed_or_was_dropped_and_blocks_for_good() {
    var dropped = aTask().createdIn(store);
    var task = aTask().dependingOn(dropped).createdIn(store);
    new AHand(store).does(AHand.CANCEL, dropped);

    assertThat(reasons(task))
        .containsExactly(
            new Reason.Blocked(List.of(new Link(dropped, TaskStatus.CANCELLED, List.of()))));
  }

  @Test
  void a_chain_is_shown_up_to_its_first_thousand() {
    long first = aTask().startedByHand().createdIn(store).value();
    store.tell(
        """
        insert into agency_tasks (user_id, source_type, title, task_type, lane)
        select user_id, 'manual', 'One of many', 'reminder', 'standard'
        from agency_tasks, generate_series(1, 1100)
        """);
    store.tell("alter table task_dependencies disable trigger user");
    store.tell(
        "insert into task_dependencies select id, id - 1 from agency_tasks where id > ?", first);
    store.tell("alter table task_dependencies enable trigger user");
    store.tell("update agency_tasks set blocked_by = id - 1 where id > ?", first);

    var chain = ((Reason.Blocked) reasons(new TaskId(first + 1100)).get(1)).chain();

    assertThat(chain)
        .extracting(Link::id)
        .isEqualTo(LongStream.range(0, 1000).mapToObj(n -> new TaskId(first + 1099 - n)).toList());
    assertThat(chain.getLast().dependsOn()).containsExactly(new TaskId(first + 99));
  }

  @Test
  void one_behind_others_says_how_many() {
    var low = aTask().with(Priority.LOW).createdIn(store);
    IntStream.range(0, 3).forEach(n -> aTask().createdIn(store));
    aTask().of(BOB).createdIn(store);
    aTask().inTheBrowser().createdIn(store);
    aTask().awaitingReview().createdIn(store);

    assertThat(readiness(low))
        .isEqualTo(new Readiness(true, List.of(new Reason.QueuedBehind(3)), 4L, null));
  }

  @Test
  void one_whose_owner_has_as_many_running_as_may_be_says_so() {
    IntStream.range(0, CAP).forEach(n -> aTask().createdIn(store));
    worker.claim(CAP);
    var task = aTask().createdIn(store);

    var readiness = readiness(task);

    assertThat(readiness.ready()).isTrue();
    assertThat(readiness.reasons()).containsExactly(new Reason.CapReached(CAP, CAP));
    assertThat(readiness.queuePosition()).isEqualTo(1);
  }

  @Test
  void the_start_is_estimated_from_the_pace_of_the_last_hour() {
    var ended = aTask().createdIn(store);
    worker.finish(ended, AWorker.DONE);
    store.tell("update task_executions set started_at = now() - interval '10 minutes'");
    IntStream.range(0, 6).forEach(n -> aTask().createdIn(store));
    var task = aTask().with(Priority.LOW).createdIn(store);

    assertThat(readiness(task).estimatedStart())
        .isCloseTo(Instant.now().plusSeconds(3600), within(1, ChronoUnit.MINUTES));

    store.tell("update task_executions set started_at = now() - interval '61 minutes'");
    assertThat(readiness(task).estimatedStart()).isNull();
  }

  @Test
  void nobody_learns_why_someone_elses_task_waits() {
    var task = aTask().createdIn(store);

    assertThat(find(BOB, task)).isEmpty();
    assertThat(find(ALICE, new TaskId((1L << 53) - 1))).isEmpty();
  }

  /** What workers of both lanes get when they claim until nothing is left. */
  private Set<TaskId> allClaimed() {
    var claimed = new HashSet<TaskId>();
    List<TaskId> more;
    do {
      more = worker.claimTasksOfAllLanes(100);
      claimed.addAll(more);
      store.tell(
          """
          update task_executions
          set status = 'succeeded', lease_until = null, completed_at = now()
          where status = 'started'
          """);
    } while (!more.isEmpty());
    return claimed;
  }

  private List<Reason> reasons(TaskId task) {
    return readiness(task).reasons();
  }

  private Readiness readiness(TaskId task) {
    return find(ALICE, task).orElseThrow();
  }

  private Optional<Readiness> find(Owner owner, TaskId task) {
    return new GetReadiness(store.port(GetReadiness.Store.class)).apply(owner, task);
  }
}
