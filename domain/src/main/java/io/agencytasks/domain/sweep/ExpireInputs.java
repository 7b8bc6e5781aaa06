package io.agencytasks.domain.sweep;

/** Gives up tasks that nobody gave their input in time. */
public record ExpireInputs(Store store) implements SweepPart {
  private static final int AT_MOST = 500;

  /** Fails them, in one statement. */
  public interface Store {

    /**
     * Fails tasks whose deadline for input has passed, and settles what depends on them.
     *
     * @return how many
     */
    int expire(int atMost);
  }

  @Override
  public String counts() {
    return "expired";
  }

  @Override
  public int apply() {
    return store.expire(AT_MOST);
  }
}
