package io.agencytasks.domain.execution;

import org.jspecify.annotations.Nullable;

/** What is told of an execution from outside, while it goes on without a worker. */
public sealed interface Callback {

  /**
   * How far it is.
   *
   * @param completed how many of the total are done
   * @param current what is being done: at most {@value Progress#MAX_CURRENT} characters
   * @param message a line for the execution's log: at most {@value #MAX_MESSAGE} characters
   */
  record OnTheWay(int total, int completed, @Nullable String current, @Nullable String message)
      implements Callback {}

  /** How it ended: never with {@link Outcome.Awaits}. */
  record Ended(Outcome outcome) implements Callback {}

  int MAX_MESSAGE = 1_000;
}
