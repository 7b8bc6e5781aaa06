package io.agencytasks.domain.stats;

import io.agencytasks.domain.task.Owner;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Counts an owner's tasks, as they are now (FR-010, US-008). */
public final class GetStats {

  /** Counts tasks, in one statement. */
  public interface Store {

    /** A tally for each status and priority that any task has. */
    List<Tally> count(Owner owner, Day today);
  }

  private final Store tasks;
  private final Clock clock;

  public GetStats(Store tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Counts them; today is the day that it is now in this zone. */
  public Stats apply(Owner owner, ZoneId zone) {
    return Tally.sum(tasks.count(owner, Day.at(clock.instant(), zone)));
  }
}
