package io.agencytasks.domain.task;

import java.time.Duration;

/** Something that the system stands on is out of reach for now; trying later makes sense. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  /**
   * An outage.
   *
   * @param retryAfter when it makes sense to try again
   */
  public Unavailable(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
