package io.agencytasks.domain.execution;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where executions are kept. Each method is one statement; these rounds serve every tenant. */
public interface ExecutionStore {

  /**
   * Takes the most urgent ready tasks and starts an execution of each.
   *
   * @param atMost how many; fewer come back when fewer are ready
   * @param lease how long the executions are alive without a heartbeat
   */
  List<ClaimedExecution> claim(Lane lane, int atMost, Duration lease);

  /**
   * Writes the outcomes of executions that are still alive; those of others are refused and missing
   * from the answer. Settling again what was settled changes nothing.
   */
  List<Settled> settle(List<Ending> endings);

  /** Extends the leases of executions that are still alive, and says which those are. */
  Set<ExecutionToken> heartbeat(Collection<ExecutionToken> running, Duration lease);
}
