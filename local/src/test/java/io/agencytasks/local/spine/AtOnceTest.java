package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Of two who want what only one can have, one gets it, and the audit trail knows which. */
class AtOnceTest {
  private static final int ROUNDS = 15;

  private final Caller caller = Caller.somebody();

  @RepeatedTest(ROUNDS)
  void two_approvals() throws Exception {
    long id = caller.create(ATask.idle().awaitingReview());

    assertThat(statuses(id, this::approve, this::approve)).containsExactlyInAnyOrder(200, 409);
    assertThat(caller.events(id)).hasSize(2);
  }

  @RepeatedTest(ROUNDS)
  void an_approval_and_a_rejection() throws Exception {
    long id = caller.create(ATask.idle().awaitingReview());

    List<Integer> statuses =
        statuses(
            id, this::approve, task -> caller.act(task, "reject", "{'reason':'No'}").statusCode());

    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    assertThat(caller.task(id).path("status").asText())
        .isEqualTo(statuses.getFirst() == 200 ? "queued" : "cancelled");
    assertThat(caller.events(id)).hasSize(2);
    assertThat(caller.events(id).getLast().path("toStatus"))
        .isEqualTo(caller.task(id).path("status"));
  }

  @RepeatedTest(ROUNDS)
  void an_update_and_a_cancel() throws Exception {
    long id = caller.create(ATask.idle());

    List<Integer> statuses =
        statuses(
            id,
            task -> caller.patch(task, "{'title':'Other'}").statusCode(),
            task -> caller.send("DELETE", "/v1/tasks/" + task, "").statusCode());

    assertThat(statuses.get(1)).isEqualTo(200);
    assertThat(statuses.getFirst()).isIn(200, 409);
    assertThat(caller.task(id).path("title").asText())
        .isEqualTo(statuses.getFirst() == 200 ? "Other" : "A task");
    assertThat(caller.events(id)).hasSize(statuses.getFirst() == 200 ? 3 : 2);
  }

  @RepeatedTest(ROUNDS)
  void two_updates_of_the_version_that_both_have_seen() throws Exception {
    long id = caller.create(ATask.idle());
    LongFunction<Integer> update =
        task ->
            caller
                .send(
                    "PATCH",
                    "/v1/tasks/" + task,
                    "{\"priority\":\"low\"}",
                    Map.of("if-match", "\"1\""))
                .statusCode();

    assertThat(statuses(id, update, update)).containsExactlyInAnyOrder(200, 412);
  }

  @RepeatedTest(ROUNDS)
  @Tag("FR-007.3")
  void two_executes_start_one_execution() throws Exception {
    try (var target = new Target()) {
      long id =
          caller.create(ATask.calling(target.uri("/once")).with("executionType", "manual_trigger"));

      List<Integer> statuses = statuses(id, this::execute, this::execute);

      assertThat(statuses).contains(202).isSubsetOf(202, 409);
      caller.ended(id);
      assertThat(caller.task(id).path("executions")).hasSize(1);
      assertThat(target.calls("/once")).isEqualTo(1);
    }
  }

  @RepeatedTest(ROUNDS)
  void two_edges_that_would_close_a_circle_together() throws Exception {
    long one = caller.create(ATask.idle());
    long other = caller.create(ATask.idle());

    List<Integer> statuses =
        atOnce(
            () -> caller.patch(one, "{'dependsOn':[%d]}".formatted(other)).statusCode(),
            () -> caller.patch(other, "{'dependsOn':[%d]}".formatted(one)).statusCode());

    assertThat(statuses).containsExactlyInAnyOrder(200, 400);
  }

  private int approve(long id) {
    return caller.act(id, "approve", "").statusCode();
  }

  private int execute(long id) {
    return caller.act(id, "execute", "").statusCode();
  }

  private static List<Integer> statuses(
      long id, LongFunction<Integer> first, LongFunction<Integer> second) throws Exception {
    return atOnce(() -> first.apply(id), () -> second.apply(id));
  }

  private static List<Integer> atOnce(Callable<Integer> first, Callable<Integer> second)
      throws Exception {
    var together = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> both =
          Stream.of(first, second)
              .map(
                  one ->
                      threads.submit(
                          () -> {
                            together.await();
                            return one.call();
                          }))
              .toList();
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }
}
