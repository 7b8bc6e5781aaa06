package io.agencytasks.domain.sweep;

import io.agencytasks.domain.task.Lane;

/** Where doorbells wait to be heard. */
public interface DoorbellQueue {

  /**
   * About how many wait in a lane. Those that an executor has heard already do not count: it may
   * have died, and theirs would be missing for as long as the queue hides them.
   */
  int depth(Lane lane);
}
