package io.agencytasks.domain.execution;

import java.time.Duration;

/**
 * How executions are run.
 *
 * @param lease how long an execution is taken to be alive after its last heartbeat
 * @param longestTimeout no attempt may take longer, whatever its type says; a worker with less time
 *     left than this claims nothing more
 * @param slots how many attempts a worker runs side by side, at most {@value #MOST_SLOTS}; and how
 *     many that do not stop when they are told to it puts up with
 */
public record EngineSettings(Duration lease, Duration longestTimeout, int slots) {
  private static final int MOST_SLOTS = 100;

  public EngineSettings {
    if (slots < 1 || slots > MOST_SLOTS) {
      throw new IllegalArgumentException(
          "EXECUTOR_SLOTS cannot be used: %d is not between 1 and %d."
              .formatted(slots, MOST_SLOTS));
    }
  }

  /** Three chances to be heard before the lease is over. */
  Duration heartbeatInterval() {
    return lease.dividedBy(3);
  }
}
