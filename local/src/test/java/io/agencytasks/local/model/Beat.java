package io.agencytasks.local.model;

import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.RunExecutions;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A worker is heard of: that keeps alive what it runs, not what it has handed over. */
record Beat(long id, ExecutionToken token) implements Call {
  private static final Seen ALIVE = Seen.word("alive");

  @Override
  public Seen make(TheApi api) {
    var alive = api.store().port(RunExecutions.Heartbeats.class).beat(Set.of(token), Claim.LEASE);
    return alive.isEmpty() ? Seen.REFUSED : ALIVE;
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var after = before.copy();
    var task = Objects.requireNonNull(after.task(id));
    if (!token.equals(task.execution) || task.awaits) {
      return moment.fits("heartbeat", Seen.REFUSED, seen) ? List.of(before) : List.of();
    }
    task.leaseOver = false;
    return moment.fits("heartbeat", ALIVE, seen) ? List.of(after) : List.of();
  }

  @Override
  public Set<Long> names() {
    return Set.of(id);
  }
}
