package io.agencytasks.domain.sweep;

import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.TaskId;
import java.util.List;

/** Rings for ready tasks that outnumber the doorbells: theirs were lost. */
public record RingForTheUnheard(Store store, DoorbellQueue queue, Doorbell doorbell)
    implements SweepPart {
  private static final int AT_MOST = 100;

  /** Finds tasks that are ready now, in one statement. */
  public interface Store {
    List<TaskId> find(Lane lane, int atMost);
  }

  @Override
  public String counts() {
    return "rung";
  }

  @Override
  public int apply() {
    var ready = store.find(Lane.STANDARD, AT_MOST);
    int missing = Math.max(0, ready.size() - queue.depth());
    doorbell.ring(ready.subList(0, missing));
    return missing;
  }
}
