package io.agencytasks.domain.listing;

/** The order of a list. */
public record Sort(SortBy by, SortOrder order) {

  /** What nobody asked otherwise for. */
  public static final Sort NEWEST_FIRST = new Sort(SortBy.CREATED_AT, SortOrder.DESC);
}
