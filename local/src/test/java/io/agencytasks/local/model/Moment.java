package io.agencytasks.local.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * When a call is taken to have been made.
 *
 * @param held tasks that another call may have held just then, so that this one passed them over
 * @param why takes what does not fit
 */
record Moment(Instant now, Set<Long> held, List<String> why) {

  boolean fits(String what, Object expected, Object seen) {
    if (expected.equals(seen)) {
      return true;
    }
    why.add("%s: expected %s, was %s".formatted(what, expected, seen));
    return false;
  }
}
