package io.agencytasks.domain.execution;

import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.task.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells how long claims take, and how long what they take had been ready. */
public record MeasuredClaims(RunExecutions.Claims claims, Metrics metrics)
    implements RunExecutions.Claims {
  @Override
  public List<ClaimedExecution> claim(Lane lane, int atMost, Duration lease) {
    long began = System.nanoTime();
    var claimed = claims.claim(lane, atMost, lease);
    var measured = new ArrayList<Measurement>();
    measured.add(Metric.CLAIM_DURATION.of(Duration.ofNanos(System.nanoTime() - began)));
    claimed.forEach(it -> measured.add(Metric.TIME_TO_START.of(it.waited())));
    metrics.tell(measured);
    return claimed;
  }
}
