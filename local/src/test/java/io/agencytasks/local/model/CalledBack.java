package io.agencytasks.local.model;

import io.agencytasks.domain.execution.Callback.OnTheWay;
import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.TakeCallback;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever was given an attempt to go on with says what became of it.
 *
 * @param end null for how far it is
 */
record CalledBack(long id, CallbackToken token, @Nullable End end) implements Call {
  /** What may be told: neither that it goes on elsewhere again, nor that its worker has no time. */
  static final List<End> ENDS =
      List.of(
          End.DONE,
          End.RETRY,
          End.GIVE_UP,
          End.NEEDS_INPUT,
          End.NEEDS_INPUT_THAT_IS_OVERDUE,
          End.RUN_LATER,
          End.RUN_LATER_THAT_IS_PAST);

  private static final Seen NOTED = Seen.word("noted");

  @Override
  public Seen make(TheApi api) {
    var callbacks = api.store().port(TakeCallback.Store.class);
    return end == null
        ? callbacks
            .note(token, new OnTheWay(2, 1, "Reading page 2", null))
            .map(task -> NOTED)
            .orElse(Seen.REFUSED)
        : callbacks
            .settle(token, end.outcome(Instant.now()))
            .map(settled -> Seen.word(settled.status().toString()))
            .orElse(Seen.REFUSED);
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var after = before.copy();
    var task = Objects.requireNonNull(after.task(id));
    if (!task.listensTo(token)) {
      return moment.fits("callback", Seen.REFUSED, seen) ? List.of(before) : List.of();
    }
    if (end == null) {
      return moment.fits("callback", NOTED, seen) ? List.of(before) : List.of();
    }
    after.change(Map.of(task, () -> end.change(task, moment.now(), TriggeredBy.CALLBACK)));
    return moment.fits("callback", Seen.word(task.status.toString()), seen)
        ? List.of(after)
        : List.of();
  }

  @Override
  public Set<Long> names() {
    return Set.of(id);
  }
}
