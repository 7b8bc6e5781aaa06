package io.agencytasks.domain.sweep;

/**
 * Deletes finished tasks, with executions and history, once that is long enough ago.
 *
 * @param days how long; 0 for never
 */
public record DeleteOldTasks(Store store, int days) implements SweepPart {
  private static final int AT_MOST = 1_000;

  /** Does it, in one statement. */
  public interface Store {

    /**
     * Deletes tasks that ended so long ago, the longest ended first, but none that an unfinished
     * one depends on.
     *
     * @return how many
     */
    int delete(int days, int atMost);
  }

  @Override
  public String counts() {
    return "deleted";
  }

  @Override
  public int apply() {
    return days == 0 ? 0 : store.delete(days, AT_MOST);
  }
}
