package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers doorbells: claims the most urgent ready tasks, runs them side by side, settles each as it
 * ends, and claims on while there is work and time.
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

  private static final Logger log = LoggerFactory.getLogger(RunExecutions.class);

  /** Deadlines are kept as exactly as this. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Claims claims;
  private final Heartbeats heartbeats;
  private final SettleExecutions settle;
  private final ExecutorRegistry executors;
  private final EngineSettings settings;
  private final Clock clock;

  public RunExecutions(
      Claims claims,
      Heartbeats heartbeats,
      SettleExecutions settle,
      ExecutorRegistry executors,
      EngineSettings settings,
      Clock clock) {
    this.claims = claims;
    this.heartbeats = heartbeats;
    this.settle = settle;
    this.executors = executors;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Works until nothing is ready or the time is nearly over.
   *
   * @param doorbells how many rang, and so how many attempts run at once
   * @param until when this worker must be done
   * @return how many attempts were made
   */
  public int apply(Lane lane, int doorbells, Instant until) throws InterruptedException {
    var round = new Round(executors, settings.longestTimeout(), clock);
    var lastCall = until.minus(settings.longestTimeout());
    int attempts = claim(lane, doorbells, round);
    var nextBeat = nextBeat();
    while (round.size() > 0) {
      var ended = round.awaitEndings(pause(nextBeat));
      settle.apply(ended);
      if (!clock.instant().isBefore(nextBeat)) {
        beat(round);
        nextBeat = nextBeat();
      }
      if (!ended.isEmpty() && clock.instant().isBefore(lastCall)) {
        attempts += claimOn(lane, doorbells - round.size(), round);
      }
    }
    return attempts;
  }

  private int claim(Lane lane, int atMost, Round round) {
    var claimed = claims.claim(lane, atMost, settings.lease());
    round.start(claimed);
    return claimed.size();
  }

  /** What runs here must not be abandoned because no more can be had just now. */
  private int claimOn(Lane lane, int atMost, Round round) {
    try {
      return claim(lane, atMost, round);
    } catch (Unavailable outage) {
      log.atWarn().setCause(outage).log("no further claim: the database is out of reach");
      return 0;
    }
  }

  /** A beat that is missed is made up for by the next, as long as the lease holds. */
  private void beat(Round round) {
    try {
      round.cancelAllBut(heartbeats.beat(round.tokens(), settings.lease()));
    } catch (Unavailable outage) {
      log.atWarn().setCause(outage).log("heartbeat missed: the database is out of reach");
    }
  }

  private Instant nextBeat() {
    return clock.instant().plus(settings.heartbeatInterval());
  }

  private Duration pause(Instant nextBeat) {
    var left = Duration.between(clock.instant(), nextBeat);
    return left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE;
  }
}
