package io.agencytasks.domain.sweep;

import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.task.Doorbell;
import java.time.Duration;

/** One round of repair and release. Harmless to repeat, and to run twice at once. */
public final class SweepTasks {
  /** No part takes more than this at once; what is left waits for the next round. */
  private static final int AT_MOST = 500;

  private static final int MOST_BELLS = 100;

  /** A little more than the time to the next round, so that nothing falls between two. */
  private static final Duration HORIZON = Duration.ofSeconds(75);

  private final SweepStore store;
  private final DoorbellQueue queue;
  private final Doorbell doorbell;

  public SweepTasks(SweepStore store, DoorbellQueue queue, Doorbell doorbell) {
    this.store = store;
    this.queue = queue;
    this.doorbell = doorbell;
  }

  public SweepReport apply() {
    int lost = store.endLostLeases(AT_MOST);
    var due = store.releaseDue(HORIZON, AT_MOST);
    due.forEach(task -> doorbell.ring(task.task(), task.in()));
    return new SweepReport(lost, due.size(), ringForTheUnheard());
  }

  /** Rings for ready tasks that outnumber the doorbells: theirs were lost. */
  private int ringForTheUnheard() {
    var ready = store.ready(Lane.STANDARD, MOST_BELLS);
    int missing = Math.max(0, ready.size() - queue.depth());
    ready.stream().limit(missing).forEach(doorbell::ring);
    return missing;
  }
}
