package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.ALaptop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the laptop while tasks run. */
class KilledTest {
  private static final int TASKS = 50;
  private static final int TASKS_OF_A_USER = 10;

  private static final String SUCCESSES =
      "select count(*) from task_executions where status = 'succeeded' group by task_id";

  @TempDir private Path home;

  @Test
  void after_a_restart_every_task_comes_to_its_end_and_none_succeeds_twice() throws Exception {
    var gate = new CountDownLatch(1);
    try (var target = new Target()) {
      List<URI> urls =
          IntStream.range(0, TASKS)
              .mapToObj(i -> target.answering("/" + i, Target.heldBy(gate)))
              .toList();
      try (var laptop = started()) {
        createAll(urls, laptop);
        await().atMost(Duration.ofSeconds(60)).until(() -> target.calls().size() >= TASKS);

        Laptops.kill(laptop);
      }
      gate.countDown();

      try (var laptop = started()) {
        Rows rows = Laptops.rows(laptop);
        await()
            .atMost(Duration.ofMinutes(3))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> ended(rows) == TASKS);

        assertThat(rows.of("select status, count(*) from agency_tasks group by status"))
            .containsExactly("completed " + TASKS);
        assertThat(rows.of(SUCCESSES)).hasSize(TASKS).allMatch("1"::equals);
        assertThat(rows.of("select count(*) > 0 from task_executions where status = 'lost'"))
            .containsExactly("t");
        assertThat(urls)
            .allSatisfy(url -> assertThat(target.calls(url.getPath())).isGreaterThan(1));
        List<ProcessHandle> processes = Laptops.processes(laptop);

        laptop.handle().destroy();

        Laptops.awaitEndOf(processes);
      }
    }
  }

  /** With places for all tasks at once, and leases that are soon over. */
  private ALaptop started() throws Exception {
    return ALaptop.startedIn(
            home, 0, "--param", "LeaseSeconds=10", "--param", "ExecutorConcurrency=" + TASKS)
        .ready();
  }

  /** By as many users as it takes: one user's tasks do not run all at once. */
  private static void createAll(List<URI> urls, ALaptop laptop) throws Exception {
    for (int i = 0; i < urls.size(); i++) {
      Laptops.caller(laptop, "user-" + i / TASKS_OF_A_USER)
          .create(ATask.calling(urls.get(i)).withConfig("timeoutSeconds", 60));
    }
  }

  private static long ended(Rows rows) throws Exception {
    return Long.parseLong(
        rows.of("select count(*) from agency_tasks where status in ('completed', 'failed')")
            .getFirst());
  }
}
