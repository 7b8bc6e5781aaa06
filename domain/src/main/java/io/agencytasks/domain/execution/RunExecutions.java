package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers doorbells, however many rang: claims as many of the most urgent ready tasks as there are
 * slots, runs them side by side, settles them as they end, and claims on while there is work and
 * time.
 */
public final class RunExecutions {

  /** Starts executions, in one statement. */
  public interface Claims {

    /**
     * Takes the most urgent ready tasks and starts an execution of each.
     *
     * @param atMost how many; fewer come back when fewer are ready
     * @param lease how long the executions are alive without a heartbeat
     */
    List<ClaimedExecution> claim(Lane lane, int atMost, Duration lease);
  }

  /** Keeps executions alive, in one statement. */
  public interface Heartbeats {

    /** Extends the leases of executions that are still alive, and says which those are. */
    Set<ExecutionToken> beat(Set<ExecutionToken> running, Duration lease);
  }

  /** Releases what is due, in one statement. */
  public interface Releases {

    /**
     * Releases tasks whose time comes within the horizon: none may run before its time.
     *
     * @return each with how long that is
     */
    List<Due> release(Duration horizon, int atMost);
  }

  /** The process that this worker is in. */
  public interface Instance {

    /** Ends it at once with all its threads, where another takes its place. */
    void giveUp();
  }

  private static final Logger log = LoggerFactory.getLogger(RunExecutions.class);

  private final Claims claims;
  private final Releases releases;
  private final Heartbeats heartbeats;
  private final SettleExecutions settle;
  private final ExecutorRegistry executors;
  private final RecordStores stores;
  private final EngineSettings settings;
  private final Instance instance;
  private final Clock clock;
  private final Abandoned abandoned = new Abandoned();

  public RunExecutions(
      Claims claims,
      Releases releases,
      Heartbeats heartbeats,
      SettleExecutions settle,
      ExecutorRegistry executors,
      RecordStores stores,
      EngineSettings settings,
      Instance instance,
      Clock clock) {
    this.claims = claims;
    this.releases = releases;
    this.heartbeats = heartbeats;
    this.settle = settle;
    this.executors = executors;
    this.stores = stores;
    this.settings = settings;
    this.instance = instance;
    this.clock = clock;
  }

  /**
   * Works until nothing is ready or the time is nearly over. A bell that is heard a little before
   * its time is answered then.
   *
   * @param doorbells which rang; how many says nothing of how many attempts run at once
   * @param until when this worker must be done
   * @return how many attempts were made
   * @throws Unavailable when nothing could be claimed in the first place
   * @throws WornOut when too many attempts of this worker, now or before, do not stop
   */
  public int apply(Lane lane, Doorbells doorbells, Instant until) throws InterruptedException {
    int stuck = abandoned.count();
    if (stuck >= settings.slots()) {
      log.atError().addKeyValue("stuck", stuck).log("this instance wants to be replaced");
      instance.giveUp();
      throw new WornOut(stuck);
    }
    var round = new Round(executors, stores, settings.longestTimeout(), abandoned, clock);
    var coming = new Coming(releases, doorbells.due(), until, clock);
    var shift = new Shift(claims, heartbeats, settle, settings, round, coming, lane, until, clock);
    return doorbells.ready() > 0 ? shift.work() : shift.await();
  }
}
