package io.agencytasks.functions.executors.ghl;

import java.util.Locale;

/** What may have become of an opportunity. */
enum OpportunityStatus {
  OPEN,
  WON,
  LOST,
  ABANDONED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
