package io.agencytasks.domain.execution;

import static java.util.stream.Collectors.toCollection;

import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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

  /** Releases what is due, in one statement. */
  public interface Releases {

    /**
     * Releases tasks whose time comes within the horizon: none may run before its time.
     *
     * @return each with how long that is
     */
    List<Due> release(Duration horizon, int atMost);
  }

  private static final Logger log = LoggerFactory.getLogger(RunExecutions.class);

  /** Deadlines are kept as exactly as this. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** A bell is heard up to a second before its time; one that is earlier rang in vain. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** The clocks of workers and of the database may differ by so much. */
  private static final Duration MOMENT = Duration.ofMillis(250);

  private static final int RELEASED_AT_ONCE = 100;

  private final Claims claims;
  private final Releases releases;
  private final Heartbeats heartbeats;
  private final SettleExecutions settle;
  private final ExecutorRegistry executors;
  private final EngineSettings settings;
  private final Clock clock;

  public RunExecutions(
      Claims claims,
      Releases releases,
      Heartbeats heartbeats,
      SettleExecutions settle,
      ExecutorRegistry executors,
      EngineSettings settings,
      Clock clock) {
    this.claims = claims;
    this.releases = releases;
    this.heartbeats = heartbeats;
    this.settle = settle;
    this.executors = executors;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Works until nothing is ready or the time is nearly over. A bell that is heard a little before
   * its time keeps a place free and is answered then.
   *
   * @param doorbells which rang; as many attempts run at once
   * @param until when this worker must be done
   * @return how many attempts were made
   */
  public int apply(Lane lane, Doorbells doorbells, Instant until) throws InterruptedException {
    var round = new Round(executors, settings.longestTimeout(), clock);
    var coming = coming(doorbells.due());
    var lastCall = until.minus(settings.longestTimeout());
    int attempts = doorbells.ready() > 0 ? claim(lane, doorbells.ready(), round) : 0;
    var nextBeat = nextBeat();
    while (round.size() > 0 || !coming.isEmpty()) {
      var ended = round.awaitEndings(pause(nextBeat, coming));
      settle.apply(ended);
      if (!clock.instant().isBefore(nextBeat)) {
        beat(round);
        nextBeat = nextBeat();
      }
      boolean due = takeDue(coming);
      if (due) {
        release(coming, lastCall);
      }
      if ((due || !ended.isEmpty()) && clock.instant().isBefore(lastCall)) {
        attempts += claimOn(lane, doorbells.count() - coming.size() - round.size(), round);
      }
    }
    return attempts;
  }

  /** The times that are near; what rang too early for its time will be rung for by the sweep. */
  private PriorityQueue<Instant> coming(List<Instant> due) {
    var latest = clock.instant().plus(LONGEST_WAIT);
    return due.stream()
        .filter(time -> time.isBefore(latest))
        .collect(toCollection(PriorityQueue::new));
  }

  private boolean takeDue(PriorityQueue<Instant> coming) {
    return coming.removeIf(time -> !time.isAfter(clock.instant()));
  }

  /** The database's clock decides what is due; what it will be in a moment is waited for. */
  private void release(PriorityQueue<Instant> coming, Instant lastCall) {
    try {
      releases.release(MOMENT, RELEASED_AT_ONCE).stream()
          .map(Due::in)
          .filter(Duration::isPositive)
          .max(Comparator.naturalOrder())
          .map(clock.instant()::plus)
          .filter(lastCall::isAfter)
          .ifPresent(coming::add);
    } catch (Unavailable outage) {
      log.atWarn().setCause(outage).log("nothing released: the database is out of reach");
    }
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

  private Duration pause(Instant nextBeat, PriorityQueue<Instant> coming) {
    var next = coming.isEmpty() || nextBeat.isBefore(coming.peek()) ? nextBeat : coming.peek();
    var left = Duration.between(clock.instant(), next).plusMillis(1);
    return left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE;
  }
}
