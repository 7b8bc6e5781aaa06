package io.agencytasks.local.model;

import io.agencytasks.domain.execution.Ending;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.SettleExecutions;
import io.agencytasks.domain.execution.Traces;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A worker says how its attempt ended. */
record Settle(long id, ExecutionToken token, End end) implements Call {
  @Override
  public Seen make(TheApi api) {
    var outcome = end.outcome(Instant.now());
    boolean timedOut = end == End.TIMED_OUT;
    var ending =
        new Ending(
            Claim.claimed(api, id, token),
            timedOut ? ExecutionStatus.TIMED_OUT : outcome.status(),
            outcome,
            timedOut,
            Traces.NONE,
            Optional.empty());
    return api.store().port(SettleExecutions.Store.class).settle(List.of(ending)).stream()
        .map(settled -> Seen.word(settled.status().toString()))
        .findAny()
        .orElse(Seen.REFUSED);
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var after = before.copy();
    var task = Objects.requireNonNull(after.task(id));
    if (!token.equals(task.execution)) {
      return moment.fits("settle", Seen.REFUSED, seen) ? List.of(before) : List.of();
    }
    after.change(Map.of(task, () -> end.change(task, moment.now(), TriggeredBy.RETRY)));
    return moment.fits("settle", Seen.word(task.status.toString()), seen)
        ? List.of(after)
        : List.of();
  }

  @Override
  public Set<Long> names() {
    return Set.of(id);
  }
}
