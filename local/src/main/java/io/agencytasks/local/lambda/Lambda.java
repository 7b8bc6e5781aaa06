package io.agencytasks.local.lambda;

/** Invokes the stack's functions. */
public interface Lambda {

  /**
   * Runs one invocation to its end on the calling thread's time.
   *
   * @param function the function's logical id in the template
   * @param event the event as JSON
   */
  Invocation invoke(String function, String event);
}
