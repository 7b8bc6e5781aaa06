package io.agencytasks.domain.task;

import java.time.Duration;

/**
 * What priority and urgency are worth in the queue, as time: a task that has waited this much
 * longer than another one goes first all the same, so nobody starves.
 */
public final class HeadStart {

  public Duration of(Priority priority, Urgency urgency) {
    return of(priority).plus(of(urgency));
  }

  /** What a person's wish to run a task now is worth on top. */
  public Duration ofWish() {
    return of(Urgency.IMMEDIATE);
  }

  /** What a priority is worth by itself. */
  public Duration of(Priority priority) {
    return switch (priority) {
      case LOW -> Duration.ZERO;
      case MEDIUM -> Duration.ofHours(1);
      case HIGH -> Duration.ofHours(4);
      case CRITICAL -> Duration.ofHours(24);
    };
  }

  /** What an urgency is worth by itself. */
  public Duration of(Urgency urgency) {
    return switch (urgency) {
      case NORMAL -> Duration.ZERO;
      case SOON -> Duration.ofMinutes(30);
      case URGENT -> Duration.ofHours(2);
      case IMMEDIATE -> Duration.ofHours(12);
    };
  }
}
