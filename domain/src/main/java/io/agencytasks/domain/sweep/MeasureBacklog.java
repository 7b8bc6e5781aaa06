package io.agencytasks.domain.sweep;

import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import java.time.Duration;
import java.util.List;

/** Tells how much there is to do, and for how long it has been waiting to be done. */
public record MeasureBacklog(Store store, Metrics metrics) implements SweepPart {

  /** Counts it, in one statement. */
  public interface Store {

    /** How things stand over all users; of a million ready or waiting tasks at the most. */
    Backlog look();
  }

  /**
   * How things stand.
   *
   * @param waiting unfinished, neither ready nor running
   * @param oldest for how long the first of those that are ready has been; zero where none is
   */
  public record Backlog(int ready, int running, int waiting, Duration oldest) {}

  @Override
  public String counts() {
    return "ready";
  }

  @Override
  public int apply() {
    var backlog = store.look();
    metrics.tell(
        List.of(
            Metric.READY.of(backlog.ready()),
            Metric.RUNNING.of(backlog.running()),
            Metric.WAITING.of(backlog.waiting()),
            Metric.OLDEST_READY_AGE.of((double) backlog.oldest().toSeconds())));
    return backlog.ready();
  }
}
