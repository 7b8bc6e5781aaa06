package io.agencytasks.domain.sweep;

/** Where doorbells wait to be heard. */
public interface DoorbellQueue {

  /** About how many wait or are being answered. */
  int depth();
}
