package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker's time: it keeps its slots filled, settles what ends and tells that it is alive, each
 * in as few statements as go without making anybody wait.
 */
final class Shift {
  private static final Logger log = LoggerFactory.getLogger(Shift.class);

  /** Deadlines are kept as exactly as this. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Waits are counted in these, rounded down: without one more, the last would be all spins. */
  private static final Duration TICK = Duration.ofMillis(1);

  /** How long few free slots wait for others to be filled with them. */
  private static final Duration FILLED_TOGETHER = Duration.ofMillis(40);

  /** How often free slots are offered while others are busy: somebody may have no other worker. */
  private static final Duration OFFERED_AGAIN = Duration.ofSeconds(5);

  private final RunExecutions.Claims claims;
  private final RunExecutions.Heartbeats heartbeats;
  private final SettleExecutions settle;
  private final EngineSettings settings;
  private final Round round;
  private final Coming coming;
  private final Lane lane;
  private final Instant until;
  private final Clock clock;
  private Instant nextBeat;
  private Instant nextClaim;
  private int attempts;

  Shift(
      RunExecutions.Claims claims,
      RunExecutions.Heartbeats heartbeats,
      SettleExecutions settle,
      EngineSettings settings,
      Round round,
      Coming coming,
      Lane lane,
      Instant until,
      Clock clock) {
    this.claims = claims;
    this.heartbeats = heartbeats;
    this.settle = settle;
    this.settings = settings;
    this.round = round;
    this.coming = coming;
    this.lane = lane;
    this.until = until;
    this.clock = clock;
    this.nextBeat = clock.instant().plus(settings.heartbeatInterval());
    this.nextClaim = clock.instant().plus(OFFERED_AGAIN);
  }

  /** Works until nothing is ready or the time is nearly over; how many attempts it made. */
  int work() throws InterruptedException {
    claim();
    return await();
  }

  /** The same, but takes nothing on before a time has come. */
  int await() throws InterruptedException {
    try {
      while (round.size() > 0 || coming.next().isPresent()) {
        int busy = round.size();
        settle.apply(round.awaitEndings(pause()));
        beatIfDue();
        if (round.size() < busy) {
          offer();
        }
        if (coming.releaseIfDue()) {
          nextClaim = clock.instant();
        }
        claimIfDue();
      }
    } finally {
      round.cancelAllBut(List.of());
    }
    return attempts;
  }

  private void claim() {
    var claimed = claims.claim(lane, free(), settings.lease());
    nextClaim = clock.instant().plus(OFFERED_AGAIN);
    attempts += claimed.size();
    round.start(claimed, until);
  }

  /** Half of the slots are worth a statement; fewer wait a moment, unless nothing runs besides. */
  private void offer() {
    boolean worthIt = round.size() <= settings.slots() / 2;
    var soon = worthIt ? clock.instant() : clock.instant().plus(FILLED_TOGETHER);
    nextClaim = soon.isBefore(nextClaim) ? soon : nextClaim;
  }

  /** What runs here must not be abandoned because no more can be had just now. */
  private void claimIfDue() {
    if (!mayClaim() || clock.instant().isBefore(nextClaim)) {
      return;
    }
    try {
      claim();
    } catch (RuntimeException failed) {
      nextClaim = clock.instant().plus(OFFERED_AGAIN);
      log.atWarn().setCause(failed).log("no further claim");
    }
  }

  private boolean mayClaim() {
    return free() > 0
        && round.stuck() < settings.slots()
        && clock.instant().isBefore(until.minus(settings.longestTimeout()));
  }

  private int free() {
    return settings.slots() - round.size();
  }

  /** A beat that is missed is made up for by the next, as long as the lease holds. */
  private void beatIfDue() {
    if (round.size() == 0 || clock.instant().isBefore(nextBeat)) {
      return;
    }
    nextBeat = clock.instant().plus(settings.heartbeatInterval());
    try {
      round.cancelAllBut(heartbeats.beat(round.tokens(), settings.lease()));
    } catch (RuntimeException failed) {
      log.atWarn().setCause(failed).log("heartbeat missed");
    }
  }

  private Duration pause() {
    var now = clock.instant();
    var next = now.plus(LONGEST_PAUSE);
    if (round.size() > 0) {
      next = earlier(next, nextBeat);
      next = mayClaim() ? earlier(next, nextClaim) : next;
    }
    next = earlier(next, coming.next().orElse(next));
    var left = Duration.between(now, next);
    return left.isNegative() ? Duration.ZERO : left.plus(TICK);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
