package io.agencytasks.domain.inbound;

import java.util.Locale;

/** What became of a message. */
public enum MessageOutcome {
  /** A task was made of it. */
  TASK,
  /** It was the input that a task waited for. */
  INPUT,
  /** It is one that wants nothing done, like STOP. */
  RECORDED,
  /** It may do harm, and nothing was done with it. */
  QUARANTINED,
  /** The webhook's rules make no task of it. */
  REFUSED;

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
