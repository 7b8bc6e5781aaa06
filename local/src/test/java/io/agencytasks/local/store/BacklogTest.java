package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.sweep.MeasureBacklog;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much there is to do, and for how long it has waited. */
class BacklogTest {
  private static final String AN_HOUR_AGO =
      "update agency_tasks set not_before = now() - interval '1 hour'";
  private static final Duration A_LITTLE = Duration.ofMinutes(1);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);

  @Test
  void there_may_be_nothing_to_do() {
    assertThat(look()).isEqualTo(new MeasureBacklog.Backlog(0, 0, 0, Duration.ZERO));
  }

  @Test
  void what_is_ready_runs_and_waits_is_counted() {
    aTask().createdIn(store);
    worker.claimOne();
    var ready = aTask().createdIn(store);
    aTask().createdIn(store);
    aTask().dependingOn(ready).createdIn(store);
    aTask().awaitingReview().createdIn(store);
    var dropped = aTask().createdIn(store);
    new AHand(store).does(AHand.status(TaskStatus.DEFERRED), dropped);

    var backlog = look();

    assertThat(backlog.ready()).isEqualTo(2);
    assertThat(backlog.running()).isEqualTo(1);
    assertThat(backlog.waiting()).isEqualTo(3);
    assertThat(backlog.oldest()).isBetween(Duration.ZERO, A_LITTLE);
  }

  @Test
  void the_oldest_is_the_one_that_could_have_run_for_longest() {
    aTask().createdIn(store);
    store.tell(AN_HOUR_AGO);
    aTask().createdIn(store);

    assertThat(look().oldest()).isBetween(AN_HOUR, AN_HOUR.plus(A_LITTLE));
    assertThat(worker.claim(1).getFirst().waited()).isBetween(AN_HOUR, AN_HOUR.plus(A_LITTLE));
  }

  @Test
  void what_waited_for_another_is_ready_since_that_has_ended() {
    var blocker = aTask().createdIn(store);
    aTask().dependingOn(blocker).createdIn(store);
    store.tell(AN_HOUR_AGO);

    worker.finish(blocker, AWorker.DONE);

    assertThat(look().ready()).isEqualTo(1);
    assertThat(look().oldest()).isLessThan(A_LITTLE);
  }

  @Test
  void what_is_handed_to_the_bot_is_ready_since_then() {
    var task = aTask().createdIn(store);
    store.tell("update agency_tasks set assigned_to_bot = false");
    store.tell(AN_HOUR_AGO);

    new AHand(store).does(AHand.patch(TaskPatch.assigned(true)), task);

    assertThat(look().ready()).isEqualTo(1);
    assertThat(look().oldest()).isLessThan(A_LITTLE);
  }

  private MeasureBacklog.Backlog look() {
    return store.port(MeasureBacklog.Store.class).look();
  }
}
