package io.agencytasks.local.faults;

import java.sql.SQLException;
import java.time.Duration;

/**
 * What must be enough once the faults are over and the leases have run out.
 *
 * @param sweep fires one and waits for its end
 */
record TwoSweeps(Audit audit, Runnable sweep) {
  private static final int SWEEPS = 2;

  /** For the work itself, on a busy machine: what is unfinished then, the audit names. */
  private static final Duration AFTER_EACH = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Returns as soon as there is nothing left to finish. */
  void apply() throws SQLException, InterruptedException {
    for (int done = 0; done < SWEEPS; done++) {
      audit.letRetriesBeDue();
      sweep.run();
      long until = System.nanoTime() + AFTER_EACH.toNanos();
      while (System.nanoTime() < until && !audit.unfinished().isEmpty()) {
        Thread.sleep(PAUSE);
      }
    }
  }
}
