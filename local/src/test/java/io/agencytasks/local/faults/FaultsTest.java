package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final int SCHEDULES = Integer.getInteger("faults.schedules", 500);
  private static final long SEED = Long.getLong("faults.seed", 1);
  private static final int SIDE_BY_SIDE = Integer.getInteger("faults.wave", 50);

  @Test
  void nothing_is_lost_and_nothing_is_done_twice() throws Exception {
    long began = System.nanoTime();
    try (FaultyCloud cloud = FaultyCloud.start(Path.of("target", "home-faults"));
        Works works = new Works()) {
      for (long first = SEED; first < SEED + SCHEDULES; first += SIDE_BY_SIDE) {
        int size = (int) Math.min(SIDE_BY_SIDE, SEED + SCHEDULES - first);
        List<String> findings = new Wave(cloud, works, first, size).run();
        System.err.printf("%5.1f s %d %s%n", (System.nanoTime() - began) / 1e9, first, findings);
        assertThat(findings).as("-Dfaults.seed=%d", first).isEmpty();
      }
      System.err.println(cloud.happened());
    }
  }
}
