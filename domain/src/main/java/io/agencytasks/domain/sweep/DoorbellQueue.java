package io.agencytasks.domain.sweep;

/** Where doorbells wait to be heard. */
public interface DoorbellQueue {

  /**
   * About how many wait. Those that an executor has heard already do not count: it may have died,
   * and theirs would be missing for as long as the queue hides them.
   */
  int depth();
}
