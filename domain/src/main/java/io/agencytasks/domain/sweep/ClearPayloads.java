package io.agencytasks.domain.sweep;

/**
 * Empties what finished tasks were told and what they gave, once that is long enough ago.
 *
 * @param days how long; 0 for never
 */
public record ClearPayloads(Store store, int days) implements SweepPart {
  private static final int AT_MOST = 1_000;

  /** Does it, in one statement. */
  public interface Store {

    /**
     * Clears the configuration, message, input and result of tasks that ended so long ago, and what
     * their executions gave; the longest ended first.
     *
     * @return how many tasks
     */
    int clear(int days, int atMost);
  }

  @Override
  public String counts() {
    return "cleared";
  }

  @Override
  public int apply() {
    return days == 0 ? 0 : store.clear(days, AT_MOST);
  }
}
