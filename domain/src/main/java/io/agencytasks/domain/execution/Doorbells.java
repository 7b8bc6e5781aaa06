package io.agencytasks.domain.execution;

import java.time.Instant;
import java.util.List;

/**
 * What rang, heard at once.
 *
 * @param ready how many rang because some task is ready
 * @param due the times of those that rang because a time comes
 */
public record Doorbells(int ready, List<Instant> due) {

  public int count() {
    return ready + due.size();
  }
}
