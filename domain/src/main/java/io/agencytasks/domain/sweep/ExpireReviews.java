package io.agencytasks.domain.sweep;

/** Does with tasks that nobody reviewed in time what they say themselves. */
public record ExpireReviews(Store store) implements SweepPart {
  private static final int AT_MOST = 500;

  /** Holds, rejects or escalates them, in one statement. */
  public interface Store {

    /**
     * Acts on tasks whose review deadline has passed, once each: with that the deadline is gone.
     *
     * @return how many
     */
    int expire(int atMost);
  }

  @Override
  public String counts() {
    return "unreviewed";
  }

  @Override
  public int apply() {
    return store.expire(AT_MOST);
  }
}
