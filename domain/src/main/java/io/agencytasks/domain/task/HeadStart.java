package io.agencytasks.domain.task;

import java.time.Duration;
import java.util.Map;

/**
 * What priority and urgency are worth in the queue, as time: a task that has waited this much
 * longer than another one goes first all the same, so nobody starves.
 *
 * @param byPriority what each priority is worth
 * @param byUrgency what each urgency is worth on top
 */
public record HeadStart(Map<Priority, Duration> byPriority, Map<Urgency, Duration> byUrgency) {
  /** The table of priorities unless another is set. */
  public static final String BY_PRIORITY = "low=0s,medium=1h,high=4h,critical=24h";

  /** The table of urgencies unless another is set. */
  public static final String BY_URGENCY = "normal=0s,soon=30m,urgent=2h,immediate=12h";

  /** The tables that apply unless others are set. */
  public static final HeadStart USUAL = of(BY_PRIORITY, BY_URGENCY);

  /**
   * Reads both tables: each name once, with whole seconds, minutes, hours or days, at most a year.
   *
   * @throws IllegalArgumentException that names the setting and says what is wrong with it
   */
  public static HeadStart of(String byPriority, String byUrgency) {
    return new HeadStart(
        DurationTable.read("HEAD_START_BY_PRIORITY", byPriority, Priority.class),
        DurationTable.read("HEAD_START_BY_URGENCY", byUrgency, Urgency.class));
  }

  public Duration of(Priority priority, Urgency urgency) {
    return of(priority).plus(of(urgency));
  }

  /** What a person's wish to run a task now is worth on top. */
  public Duration ofWish() {
    return of(Urgency.IMMEDIATE);
  }

  /** What a priority is worth by itself. */
  public Duration of(Priority priority) {
    return byPriority.getOrDefault(priority, Duration.ZERO);
  }

  /** What an urgency is worth by itself. */
  public Duration of(Urgency urgency) {
    return byUrgency.getOrDefault(urgency, Duration.ZERO);
  }
}
