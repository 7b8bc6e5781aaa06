package io.agencytasks.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Whoever sends an event does not wait; a function that fails gets it twice more. */
class AsyncInvocationsTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final Queue<String> tries = new ConcurrentLinkedQueue<>();

  @Test
  void what_is_managed_is_not_sent_again() {
    try (var invocations = invocations(0, SOON)) {
      invocations.invoke("Listener", "{}");
      await().until(() -> !tries.isEmpty());
    }
    assertThat(tries).containsExactly("Listener {}");
  }

  @Test
  void what_fails_once_is_managed_at_the_second_try() {
    try (var invocations = invocations(1, SOON)) {
      invocations.invoke("Listener", "{}");
      await().until(() -> tries.size() == 2);
    }
    assertThat(tries).hasSize(2);
  }

  @Test
  void what_fails_for_ever_is_given_up_after_three() {
    try (var invocations = invocations(99, SOON)) {
      invocations.invoke("Listener", "1");
      await().until(() -> tries.size() == 3);
      invocations.invoke("Listener", "2");
      await().until(() -> tries.size() == 6);
    }
    assertThat(tries).hasSize(6);
  }

  @Test
  void a_close_waits_for_no_further_try() {
    var invocations = invocations(99, Duration.ofHours(1));
    invocations.invoke("Listener", "{}");
    await().until(() -> tries.size() == 1);

    invocations.close();

    assertThat(tries).hasSize(1);
  }

  /** Of a function that fails so many times. */
  private AsyncInvocations invocations(int failures, Duration pause) {
    Lambda lambda =
        (function, event) -> {
          tries.add(function + " " + event);
          return tries.size() > failures
              ? new Invocation.Answered("null")
              : new Invocation.Failed("java.lang.IllegalStateException", "not now");
        };
    return new AsyncInvocations(lambda, List.of(pause, pause));
  }
}
