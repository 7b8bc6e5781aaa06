package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Schedules of requests through faults at every edge: between the functions and the database, the
 * queues, the bus, S3 and Secrets Manager, and between the tasks and what they call. Whatever
 * happens, an audit of the rows finds nothing once the faults are over, the leases have run out,
 * and two sweeps were made.
 *
 * <p>They run {@code -Dfaults.wave} at a time, and a failure names the seed of its wave: with
 * {@code -Dfaults.seed} that wave comes first, and the same tasks are drawn, the same requests in
 * the same order for each schedule, the same fault for the n-th call of each user, of the engine
 * and of each task's target. What is not repeated is how the threads interleave: which of two
 * workers claims a task, and so which is the engine's n-th call. What is found once may take
 * several replays.
 */
class FaultsTest {
  private static final int SCHEDULES = Integer.getInteger("faults.schedules", 500);
  private static final int SIDE_BY_SIDE = Integer.getInteger("faults.wave", 50);
  private static final int ENOUGH_FOR_EVERY_FAULT = 500;
  private static final long SEED = Long.getLong("faults.seed", 1);

  /** Artifacts that were kept, such as nobody is sure of, and secrets that were out of reach. */
  private static final String CAME_OF_THEM =
      """
      select bool_or(artifacts <> '[]'), bool_or(artifacts_unsure),
             bool_or(error_code = 'SECRETS_UNAVAILABLE')
      from task_executions
      """;

  @Test
  @Tag("NFR-014")
  @Tag("NFR-015")
  @Tag("NFR-016")
  void nothing_is_lost_and_nothing_is_done_twice() throws Exception {
    try (FaultyCloud cloud = FaultyCloud.start(Path.of("target", "home-faults"));
        Works works = new Works()) {
      for (long first = SEED; first < SEED + SCHEDULES; first += SIDE_BY_SIDE) {
        int size = (int) Math.min(SIDE_BY_SIDE, SEED + SCHEDULES - first);

        List<String> findings = new Wave(cloud, works, first, size).run();

        assertThat(findings).as("-Dfaults.seed=%d -Dfaults.wave=%d", first, size).isEmpty();
      }
      if (SCHEDULES >= ENOUGH_FOR_EVERY_FAULT) {
        assertThat(cloud.neverHappened()).isEmpty();
        assertThat(cloud.rows().of(CAME_OF_THEM)).containsExactly("t t t");
      }
    }
  }
}
