package io.agencytasks.domain.sweep;

import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TaskId;
import java.util.Arrays;
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
    return Arrays.stream(Lane.values()).mapToInt(this::ring).sum();
  }

  private int ring(Lane lane) {
    var ready = store.find(lane, AT_MOST);
    int missing = ready.isEmpty() ? 0 : Math.max(0, ready.size() - queue.depth(lane));
    doorbell.ring(ready.subList(0, missing).stream().map(task -> new Bell(task, lane)).toList());
    return missing;
  }
}
