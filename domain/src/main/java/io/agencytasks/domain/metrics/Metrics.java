package io.agencytasks.domain.metrics;

import java.util.List;

/** Takes numbers to where they are watched. That they cannot be taken there hurts nobody. */
public interface Metrics {

  /** Tells measurements of one moment, any number of each metric. */
  void tell(List<Measurement> together);
}
