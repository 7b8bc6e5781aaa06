package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasks that wait for others are run by the real executor as soon as they may. */
@Tag("US-009")
class ChainsTest {
  private static final int LONG = 200;

  private final Caller caller = Caller.somebody();

  @Test
  void a_long_chain_runs_through_to_its_end_in_its_order() throws Exception {
    try (var target = new Target()) {
      long head =
          caller.create(ATask.calling(target.uri("/0")).with("executionType", "manual_trigger"));
      List<Long> chain = new ArrayList<>(List.of(head));
      for (int n = 1; n < LONG; n++) {
        chain.add(caller.create(ATask.calling(target.uri("/" + n)).after(chain.getLast())));
      }

      caller.act(head, "execute", "");

      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> target.calls().size() == LONG);
      assertThat(caller.ended(chain.getLast()).path("status").asText()).isEqualTo("completed");
      assertThat(target.calls())
          .isEqualTo(IntStream.range(0, LONG).mapToObj(n -> "/" + n).toList());
    }
  }

  /** Sooner than the sweep would ring for them. */
  @Test
  void those_that_waited_for_what_a_person_completes_start_at_once() throws Exception {
    try (var target = new Target()) {
      long head = caller.create(ATask.idle());
      long dropped = caller.create(ATask.idle());
      for (int n = 0; n < 15; n++) {
        caller.create(ATask.calling(target.uri("/" + n)).after(head));
      }
      caller.create(
          ATask.calling(target.uri("/dropped")).after(dropped).with("onDependencyFailure", "run"));

      caller.patch(head, "{'status':'completed'}");
      await().atMost(Duration.ofSeconds(20)).until(() -> target.calls().size() == 15);
      caller.send("DELETE", "/v1/tasks/" + dropped, "");
      await().atMost(Duration.ofSeconds(20)).until(() -> target.calls("/dropped") == 1);
    }
  }
}
