package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.WornOut;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A task that breaks its executor in the worst of ways hurts only itself. */
class PoisonTest {
  private static final int SLOTS = 3;

  private final TheStore store = TheStore.emptied();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final Scripted script = new Scripted();
  private final AnExecutor worker = new AnExecutor(store, script, SLOTS, Duration.ofSeconds(60));

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of("StackOverflowError", (Scripted.Script) () -> withoutEnd(0)),
        Arguments.of("OutOfMemoryError", (Scripted.Script) PoisonTest::withoutBounds),
        Arguments.of("NoClassDefFoundError", thrown(new NoClassDefFoundError("gone"))),
        Arguments.of("IllegalStateException", thrown(new IllegalStateException("secret"))),
        Arguments.of("InterruptedException", thrown(new InterruptedException())));
  }

  @AfterEach
  void stopAll() {
    stop.set(true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void whatever_an_executor_throws_is_kept_with_its_attempt_and_the_others_are_settled(
      String error, Scripted.Script poison) throws Exception {
    aTask().called("poison").retriedAtMost(0).createdIn(store);
    var neighbours = List.of(aTask().createdIn(store), aTask().createdIn(store));
    script.on("poison", poison);

    assertThat(worker.hears()).isEqualTo(3);

    assertThat(store.count("select count(*) from agency_tasks where status = 'completed'"))
        .isEqualTo(neighbours.size());
    assertThat(store.ask("select status || ' ' || last_error from agency_tasks order by id"))
        .startsWith("failed The executor broke with " + error);
    assertThat(
            store.ask("select error_code || ' ' || error_stack from task_executions order by id"))
        .startsWith("EXECUTOR_CRASHED java.lang." + error)
        .doesNotContain("secret");
    assertThat(worksOn()).isTrue();
  }

  @Test
  void one_that_ignores_its_interruption_is_written_off_and_the_others_are_settled()
      throws Exception {
    aTask().called("poison").retriedAtMost(0).createdIn(store);
    aTask().createdIn(store);
    script.within(Duration.ofMillis(200)).on("poison", this::spinning);

    assertThat(worker.hears()).isEqualTo(2);

    assertThat(store.ask("select status || ' ' || error_code from task_executions order by id"))
        .isEqualTo("timed_out TIMED_OUT");
    assertThat(store.ask("select status from agency_tasks order by id desc"))
        .isEqualTo("completed");
    assertThat(worksOn()).isTrue();
  }

  @Test
  void a_worker_with_as_many_of_them_as_slots_takes_no_more_until_they_stop() throws Exception {
    for (int n = 0; n < SLOTS + 2; n++) {
      aTask().called("poison").retriedAtMost(0).createdIn(store);
    }
    script.within(Duration.ofMillis(200)).on("poison", this::spinning);

    assertThat(worker.hears()).isEqualTo(SLOTS);

    assertThatExceptionOfType(WornOut.class).isThrownBy(worker::hears);
    assertThat(worker.givenUp()).isOne();
    assertThat(store.count("select count(*) from task_executions where status = 'started'"))
        .isZero();

    stop.set(true);
    await().ignoreException(WornOut.class).until(worker::hears, made -> made == 2);
  }

  private boolean worksOn() throws InterruptedException {
    aTask().createdIn(store);
    return worker.hears() == 1;
  }

  /** Busy until the test is over, whoever interrupts. */
  private Outcome spinning() {
    while (!stop.get()) {
      Thread.onSpinWait();
    }
    return AWorker.DONE;
  }

  private static Outcome withoutEnd(int depth) {
    return depth < 0 ? AWorker.DONE : withoutEnd(depth + 1);
  }

  private static Outcome withoutBounds() {
    Object hoard = "nothing";
    while (true) {
      hoard = List.of(hoard, new long[Integer.MAX_VALUE]);
    }
  }

  private static Scripted.Script thrown(Throwable cause) {
    return () -> {
      switch (cause) {
        case InterruptedException interruption -> throw interruption;
        case RuntimeException bug -> throw bug;
        default -> throw (Error) cause;
      }
    };
  }
}
