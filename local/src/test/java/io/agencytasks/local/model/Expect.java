package io.agencytasks.local.model;

import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.Callbacks;
import io.agencytasks.domain.execution.ExecutionToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A worker notes who may call back, before it hands its attempt over. */
record Expect(long id, ExecutionToken execution, CallbackToken token) implements Call {
  private static final Duration LONG = Duration.ofHours(2);
  private static final Seen EXPECTED = Seen.word("expected");

  @Override
  public Seen make(TheApi api) {
    return api.store()
            .port(Callbacks.class)
            .expect(
                Claim.claimed(api, id, execution), token, Instant.now().plus(LONG), "Handing over.")
        ? EXPECTED
        : Seen.REFUSED;
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var after = before.copy();
    var task = Objects.requireNonNull(after.task(id));
    if (!execution.equals(task.execution)) {
      return moment.fits("expect", Seen.REFUSED, seen) ? List.of(before) : List.of();
    }
    task.callback = token;
    task.listens = true;
    return moment.fits("expect", EXPECTED, seen) ? List.of(after) : List.of();
  }

  @Override
  public Set<Long> names() {
    return Set.of(id);
  }
}
