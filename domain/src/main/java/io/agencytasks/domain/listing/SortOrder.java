package io.agencytasks.domain.listing;

import java.util.Locale;

/** The direction of a list (FR-003.12); ids break ties in the same one. */
public enum SortOrder {
  ASC,
  DESC;

  /** The name on the wire and in SQL. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
