package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Unavailable;
import java.time.Instant;

/** Where an execution notes that it may be called back. */
public interface Callbacks {

  /**
   * Notes it, in one statement, if the attempt is still running. From then on until the given time,
   * whoever has the token may say what became of it.
   *
   * @param line the first of the attempt's log, which is there whoever ends it
   * @return false where it is not: it must do nothing more
   * @throws Unavailable when it is not noted, or nobody knows
   */
  boolean expect(ClaimedExecution execution, CallbackToken token, Instant until, String line);
}
