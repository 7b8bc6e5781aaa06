package io.agencytasks.local.lambda;

/** Invokes the stack's functions. */
public interface Lambda {

  /** The most bytes of UTF-8 that an event, and an answer, may have. */
  int MAX_PAYLOAD_BYTES = 6_291_556;

  /**
   * Runs one invocation to its end on the calling thread's time.
   *
   * @param function the function's logical id in the template
   * @param event the event as JSON
   */
  Invocation invoke(String function, String event);
}
