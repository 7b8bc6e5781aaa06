package io.agencytasks.domain.sweep;

import java.time.Duration;

/** Clears away the events that were published a day ago. */
public record ClearTheOutbox(Store store) implements SweepPart {
  /** Long enough to look at what was sent when a listener asks. */
  private static final Duration KEPT = Duration.ofDays(1);

  /** More than are published in the time between two rounds; to delete one costs little. */
  private static final int AT_MOST = 10_000;

  /** Deletes them, in one statement. */
  public interface Store {

    /**
     * Deletes what was published longer ago than this, the oldest first.
     *
     * @return how many
     */
    int clear(Duration kept, int atMost);
  }

  @Override
  public String counts() {
    return "outdated";
  }

  @Override
  public int apply() {
    return store.clear(KEPT, AT_MOST);
  }
}
