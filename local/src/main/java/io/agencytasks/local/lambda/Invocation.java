package io.agencytasks.local.lambda;

import java.time.Duration;

/** How an invocation ended. */
public sealed interface Invocation {

  /** The handler returned: its answer. */
  record Answered(String json) implements Invocation {}

  /** The handler threw, could not be built, or could not read its event. */
  record Failed(String errorType, String message) implements Invocation {}

  /** The function's timeout passed; its thread was interrupted and left behind. */
  record TimedOut(Duration after) implements Invocation {}

  /** More invocations at once than the function may have: nothing ran. */
  record Throttled() implements Invocation {}
}
