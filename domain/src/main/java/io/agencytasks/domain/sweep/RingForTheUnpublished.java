package io.agencytasks.domain.sweep;

import io.agencytasks.domain.task.EventBell;

/**
 * Rings for events that wait to be published: those whose bell was lost or whose publisher died,
 * and those that this sweep has made.
 */
public record RingForTheUnpublished(Store store, EventBell bell) implements SweepPart {
  private static final int AT_MOST = 1_000;

  /** Counts them, in one statement. */
  public interface Store {

    /**
     * How many wait, in nobody's hands.
     *
     * @param atMost what is beyond is not counted
     */
    int waiting(int atMost);
  }

  @Override
  public String counts() {
    return "unpublished";
  }

  @Override
  public int apply() {
    int waiting = store.waiting(AT_MOST);
    if (waiting > 0) {
      bell.ring();
    }
    return waiting;
  }
}
