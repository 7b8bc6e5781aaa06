package io.agencytasks.functions.executors.ghl;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;

/**
 * Lets no more requests go to a location than GoHighLevel takes: {@value #REQUESTS} in ten seconds.
 * It knows only what leaves this process; what others send, the answers tell.
 */
@Singleton
final class LocationLimiter {
  static final int REQUESTS = 100;
  static final Duration WINDOW = Duration.ofSeconds(10);

  /** How long an attempt waits for its turn rather than come back. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int MAX_LOCATIONS = 1_000;

  private final LinkedHashMap<Location, Deque<Instant>> turns =
      new LinkedHashMap<>(16, 0.75f, true);

  /** A location by its user, so that nobody can use up another's turns by naming it. */
  record Location(long userId, String id) {}

  /**
   * How long to wait before a request. Up to {@link #PATIENCE} the turn is taken; beyond it, ask
   * again then.
   */
  synchronized Duration turn(Location location, Instant now) {
    var taken = turns.computeIfAbsent(location, _ -> new ArrayDeque<>());
    forget();
    while (!taken.isEmpty() && !taken.getFirst().plus(WINDOW).isAfter(now)) {
      taken.removeFirst();
    }
    var next = taken.size() < REQUESTS ? now : free(taken);
    var wait = next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    if (wait.compareTo(PATIENCE) <= 0) {
      taken.addLast(next);
    }
    return wait;
  }

  /** Counts the window as used up, because GoHighLevel says so. */
  synchronized void usedUp(Location location, Instant now) {
    var taken = turns.computeIfAbsent(location, _ -> new ArrayDeque<>());
    while (taken.size() < REQUESTS) {
      taken.addLast(now);
    }
  }

  /** When the window of the last of them has room again: as many turns back as it takes. */
  private static Instant free(Deque<Instant> taken) {
    return taken.stream().skip(taken.size() - REQUESTS).findFirst().orElseThrow().plus(WINDOW);
  }

  private void forget() {
    if (turns.size() > MAX_LOCATIONS) {
      turns.pollFirstEntry();
    }
  }
}
