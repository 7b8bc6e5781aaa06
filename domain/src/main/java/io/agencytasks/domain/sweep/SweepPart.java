package io.agencytasks.domain.sweep;

/**
 * A piece of a sweep's work: one bounded statement, or few. Harmless to repeat, and to run twice at
 * once; what it leaves over, the next sweep takes up.
 */
public interface SweepPart {

  /** What it counts, in one word of small letters, for logs and metrics. */
  String counts();

  /**
   * Does as much as one round may.
   *
   * @return how many
   */
  int apply();
}
