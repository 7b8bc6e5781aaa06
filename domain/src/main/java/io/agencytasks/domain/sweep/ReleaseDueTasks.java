package io.agencytasks.domain.sweep;

import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.Due;
import java.time.Duration;
import java.util.List;

/** Releases scheduled and deferred tasks whose time comes before the next sweep. */
public record ReleaseDueTasks(Store store, Doorbell doorbell) implements SweepPart {
  private static final int AT_MOST = 500;

  /** A little more than the time to the next round, so that nothing falls between two. */
  private static final Duration HORIZON = Duration.ofSeconds(75);

  /** Releases them, in one statement. */
  public interface Store {
    List<Due> release(Duration horizon, int atMost);
  }

  @Override
  public String counts() {
    return "released";
  }

  @Override
  public int apply() {
    var due = store.release(HORIZON, AT_MOST);
    doorbell.ringAt(due);
    return due.size();
  }
}
