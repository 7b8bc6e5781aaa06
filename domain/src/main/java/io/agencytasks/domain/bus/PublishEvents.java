package io.agencytasks.domain.bus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Publishes what waits in the outbox, each event at least once: one that dies between the bus and
 * the outbox leaves it to the next, which publishes it again under the same id.
 */
public record PublishEvents(Waiting waiting, Bus bus, Published published, Clock clock) {
  /** In one round: some twenty calls to the bus. */
  private static final int AT_MOST = 200;

  /** Longer than the function may live, so that it never runs out under one that publishes. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** Takes events out of the hands of others, in one statement. */
  public interface Waiting {

    /**
     * Takes the events that have waited longest and are in nobody's hands.
     *
     * @param lease how long they stay in these hands
     */
    List<OutgoingEvent> lease(int atMost, Duration lease);
  }

  /** Where those listen whom events are for. */
  public interface Bus {

    /**
     * Publishes events.
     *
     * @return those that the bus took; the others stay in the outbox
     */
    List<OutgoingEvent> put(List<OutgoingEvent> events);
  }

  /** Notes what was published, in one statement. */
  public interface Published {

    /** Marks the events, and tells it of their tasks. Marking again changes nothing. */
    void mark(List<OutgoingEvent> events);
  }

  /**
   * What became of those that were tried.
   *
   * @param refused how many the bus did not take
   */
  public record Report(int published, int refused) {}

  /**
   * Goes on until nothing waits, the bus refuses something, or the time is over.
   *
   * @param until when no further round may begin
   */
  public Report apply(Instant until) {
    int done = 0;
    while (true) {
      var leased = waiting.lease(AT_MOST, LEASE);
      var taken = bus.put(leased);
      published.mark(taken);
      done += taken.size();
      int refused = leased.size() - taken.size();
      if (refused > 0 || leased.size() < AT_MOST || !clock.instant().isBefore(until)) {
        return new Report(done, refused);
      }
    }
  }
}
