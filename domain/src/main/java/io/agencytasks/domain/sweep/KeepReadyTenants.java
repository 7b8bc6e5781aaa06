package io.agencytasks.domain.sweep;

/** Keeps the list of tenants with tasks to run, which claims go by, as it should be. */
public record KeepReadyTenants(Store store) implements SweepPart {
  private static final int AT_MOST = 10_000;

  /** Puts in and takes out, in one statement. */
  public interface Store {

    /**
     * Puts in tenants with released tasks that are missing, and takes out those without.
     *
     * @param atMost how many are taken out; few are ever missing
     * @return how many were put in and taken out
     */
    int keep(int atMost);
  }

  @Override
  public String counts() {
    return "tenants";
  }

  @Override
  public int apply() {
    return store.keep(AT_MOST);
  }
}
