package io.agencytasks.domain.secret;

import io.agencytasks.domain.task.Owner;

/** Knows users by the numbers under which their secrets are kept. */
public interface Users {

  /** The user's number, given at first sight; one statement. */
  long meet(Owner owner);
}
