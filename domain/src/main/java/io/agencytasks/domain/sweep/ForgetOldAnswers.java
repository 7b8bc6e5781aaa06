package io.agencytasks.domain.sweep;

/** Forgets the answers to requests whose time for repeats is over. */
public record ForgetOldAnswers(Store store) implements SweepPart {
  /** As many as the API takes in, in the time between two rounds; to delete one costs little. */
  private static final int AT_MOST = 10_000;

  /** Deletes them, in one statement. */
  public interface Store {

    /**
     * Deletes them, the oldest first.
     *
     * @return how many
     */
    int forget(int atMost);
  }

  @Override
  public String counts() {
    return "forgotten";
  }

  @Override
  public int apply() {
    return store.forget(AT_MOST);
  }
}
