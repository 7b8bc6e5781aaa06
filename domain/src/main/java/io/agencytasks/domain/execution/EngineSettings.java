package io.agencytasks.domain.execution;

import java.time.Duration;

/**
 * How executions are run.
 *
 * @param lease how long an execution is taken to be alive after its last heartbeat
 * @param longestTimeout no attempt may take longer, whatever its type says; a worker with less time
 *     left than this claims nothing more
 */
public record EngineSettings(Duration lease, Duration longestTimeout) {

  /** Three chances to be heard before the lease is over. */
  Duration heartbeatInterval() {
    return lease.dividedBy(3);
  }
}
