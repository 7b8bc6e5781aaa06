package io.agencytasks.domain.queue;

import java.util.Locale;

/** Which part of the queue is wanted (FR-009.1). */
public enum QueueFilter {
  /** What is running, pending or scheduled. */
  ALL,
  /** In progress. */
  RUNNING,
  /** Pending or queued, with no time still ahead. */
  PENDING,
  /** Pending, queued or deferred, with a time still ahead. */
  SCHEDULED;

  /** The name on the wire. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
