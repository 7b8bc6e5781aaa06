package io.agencytasks.domain.sweep;

/** Ends executions whose worker was not heard of in time. */
public record EndLostLeases(Store store) implements SweepPart {
  private static final int AT_MOST = 500;

  /** Ends them, in one statement. */
  public interface Store {

    /**
     * Ends executions whose lease ran out. Their tasks run again, ask a person whether they should,
     * or fail when that was the last attempt.
     *
     * @return how many
     */
    int end(int atMost);
  }

  @Override
  public String counts() {
    return "lost";
  }

  @Override
  public int apply() {
    return store.end(AT_MOST);
  }
}
