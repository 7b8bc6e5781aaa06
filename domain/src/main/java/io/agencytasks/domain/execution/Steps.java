package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Unavailable;
import java.util.Optional;

/**
 * Where attempts note how far they are while they run: for people to watch, and for later attempts
 * to go on from. Each call is one statement.
 */
public interface Steps {

  /**
   * Notes it, if the attempt is still running.
   *
   * @return false where it is not: it must do nothing more
   * @throws Unavailable when it is not noted, or nobody knows
   */
  boolean note(ClaimedExecution execution, Progress progress);

  /**
   * Notes the browser that an attempt uses, if the attempt is still running.
   *
   * @throws Unavailable when it is not noted, or nobody knows
   */
  void note(ClaimedExecution execution, BrowserSession session);

  /**
   * What the last of the task's attempts that noted any had noted.
   *
   * @throws Unavailable when nobody can tell just now
   */
  Optional<Progress> before(ClaimedExecution execution);
}
