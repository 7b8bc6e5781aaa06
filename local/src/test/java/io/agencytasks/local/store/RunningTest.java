package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A worker at its work: what it takes, what it writes, and when it stops. */
class RunningTest {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final TheStore store = TheStore.emptied();
  private final Scripted script = new Scripted();

  @Test
  void as_many_attempts_run_side_by_side_as_there_are_slots() throws Exception {
    new Backlog(store).of("alice", 12, Priority.MEDIUM, Duration.ZERO);
    var all = new CyclicBarrier(4);
    script.on("Call", () -> together(all));

    assertThat(new AnExecutor(store, script, 4, LEASE).hears()).isEqualTo(12);

    assertThat(script.mostRunning()).isEqualTo(4);
    assertThat(completed()).isEqualTo(12);
  }

  @Test
  void a_backlog_takes_few_statements_a_task() throws Exception {
    new Backlog(store).ofTenants("tenant", 5, 100);
    var worker = new AnExecutor(store, script, 10, LEASE);

    worker.hears();

    assertThat(completed()).isEqualTo(500);
    assertThat(worker.statements()).isLessThanOrEqualTo(150);
  }

  @Test
  void one_task_takes_a_claim_a_settle_and_another_look() throws Exception {
    aTask().createdIn(store);
    var worker = new AnExecutor(store, script, 10, LEASE);

    worker.hears();

    assertThat(completed()).isOne();
    assertThat(worker.statements()).isEqualTo(3);
  }

  @Test
  void free_slots_are_filled_while_others_are_busy() throws Exception {
    var other = new CountDownLatch(1);
    aTask().called("long").createdIn(store);
    for (int n = 0; n < 5; n++) {
      aTask().createdIn(store);
    }
    aTask().called("last").with(Priority.LOW).createdIn(store);
    script.on("long", () -> held(other)).on("last", () -> freeing(other));

    assertThat(new AnExecutor(store, script, 2, LEASE).hears()).isEqualTo(7);

    assertThat(completed()).isEqualTo(7);
  }

  @Test
  void a_person_who_cancels_stops_the_attempt_within_a_heartbeat() throws Exception {
    var lease = Duration.ofSeconds(3);
    var started = new CountDownLatch(1);
    var interrupted = new CompletableFuture<Long>();
    var task = aTask().called("long").createdIn(store);
    script.on("long", () -> untilInterrupted(started, interrupted));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var worker = threads.submit(() -> new AnExecutor(store, script, 10, lease).hears());
      assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

      long cancelled = System.nanoTime();
      new AHand(store).does(AHand.status(TaskStatus.CANCELLED), task);

      assertThat(worker.get(20, TimeUnit.SECONDS)).isOne();
      assertThat(Duration.ofNanos(interrupted.get(20, TimeUnit.SECONDS) - cancelled))
          .isLessThan(lease);
    }
    assertThat(store.ask("select status from task_executions")).isEqualTo("cancelled");
    assertThat(store.ask("select status from agency_tasks")).isEqualTo("cancelled");
  }

  @Test
  void an_attempt_has_no_more_time_than_its_type_gives_it() throws Exception {
    aTask().called("long").retriedAtMost(0).createdIn(store);
    script.within(Duration.ofMillis(100)).on("long", () -> held(new CountDownLatch(1)));

    new AnExecutor(store, script, 10, LEASE).hears();

    assertThat(store.ask("select status || ' ' || error_code from task_executions"))
        .isEqualTo("timed_out TIMED_OUT");
    assertThat(store.ask("select status from agency_tasks")).isEqualTo("failed");
    assertThat(store.count("select max(duration) from task_executions")).isLessThan(2_000);
  }

  @Test
  void a_result_that_is_too_big_is_not_kept_and_its_neighbours_are() throws Exception {
    aTask().called("big").createdIn(store);
    aTask().createdIn(store);
    var big = new Json("\"" + "x".repeat(Outcome.MAX_RESULT_BYTES) + "\"");
    script.on("big", () -> new Outcome.Done(big, "Big"));

    new AnExecutor(store, script, 10, LEASE).hears();

    assertThat(completed()).isOne();
    assertThat(store.ask("select error_code from task_executions where status = 'failed'"))
        .isEqualTo("OUTCOME_NOT_STORED");
  }

  private long completed() {
    return store.count("select count(*) from agency_tasks where status = 'completed'");
  }

  private static Outcome together(CyclicBarrier all) throws InterruptedException {
    try {
      all.await(20, TimeUnit.SECONDS);
      return AWorker.DONE;
    } catch (BrokenBarrierException | TimeoutException broken) {
      return AWorker.GIVE_UP;
    }
  }

  private static Outcome held(CountDownLatch gate) throws InterruptedException {
    return gate.await(30, TimeUnit.SECONDS) ? AWorker.DONE : AWorker.GIVE_UP;
  }

  private static Outcome freeing(CountDownLatch gate) {
    gate.countDown();
    return AWorker.DONE;
  }

  private static Outcome untilInterrupted(
      CountDownLatch started, CompletableFuture<Long> interrupted) throws InterruptedException {
    started.countDown();
    try {
      return held(new CountDownLatch(1));
    } catch (InterruptedException stopped) {
      interrupted.complete(System.nanoTime());
      throw stopped;
    }
  }
}
