package io.agencytasks.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.ALaptop;
import io.agencytasks.local.spine.Caller;
import io.agencytasks.local.spine.Laptops;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the whole laptop, again and again over the same data, at moments drawn by
 * {@code -Dfaults.seed}, while tasks are made and run.
 */
@Tag("NFR-013")
@Tag("NFR-015")
class KilledAgainTest {
  private static final int KILLS = 20;
  private static final long SEED = Long.getLong("faults.seed", 1);
  private static final int MOST_WORK = 30;
  private static final int LONGER_MILLIS = 300;
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Odds SLOW_NOW_AND_THEN = new Odds(Map.of(Fault.DELAY, 300));

  @TempDir private Path home;

  @Test
  void after_twenty_kills_nothing_is_lost_and_nothing_was_done_twice() throws Exception {
    Random random = new Random(SEED);
    try (Works works = new Works()) {
      works.turn(SLOW_NOW_AND_THEN);
      Load load = new Load(SEED, works);
      for (int kill = 0; kill < KILLS; kill++) {
        try (ALaptop laptop = started()) {
          load.until(
              random.nextInt(MOST_WORK), Duration.ofMillis(random.nextInt(LONGER_MILLIS)), laptop);
        }
      }
      try (ALaptop laptop = started()) {
        load.resend(laptop);
        Thread.sleep(LEASE);
        Audit audit = new Audit(Laptops.rows(laptop), load.subjects());
        Caller anybody = Laptops.caller(laptop, "anybody");
        new TwoSweeps(audit, () -> anybody.post("/local/schedules/Sweep/fire", "")).apply();

        List<String> findings = new ArrayList<>(audit.findings(load.accepted(), works::done));
        findings.addAll(
            new AuditOfArtifacts(Laptops.rows(laptop), load.subjects(), Bucket.in(home))
                .findings(Works::large));
        findings.addAll(
            new AuditOfSecrets(Laptops.rows(laptop), load.subjects()).findings(works.unproven()));

        assertThat(findings).as("-Dfaults.seed=%d", SEED).isEmpty();
        assertThat(
                Laptops.rows(laptop)
                    .of("select count(*) > 0 from task_executions where status = 'lost'"))
            .containsExactly("t");
        assertThat(load.accepted()).hasSizeGreaterThan(KILLS);
      }
    }
  }

  private ALaptop started() throws Exception {
    return ALaptop.startedIn(home, 0, "--param", "LeaseSeconds=" + LEASE.toSeconds()).ready();
  }
}
