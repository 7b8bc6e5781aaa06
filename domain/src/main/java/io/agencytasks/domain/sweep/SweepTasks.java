package io.agencytasks.domain.sweep;

import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of repair and release. Harmless to repeat, and to run twice at once. */
public final class SweepTasks {
  private static final Logger log = LoggerFactory.getLogger(SweepTasks.class);

  private final List<SweepPart> parts;
  private final Metrics metrics;

  /**
   * Of these parts, in this order.
   *
   * @param parts each by a word of its own
   * @param metrics are told what each had to do, where that was anything
   */
  public SweepTasks(List<SweepPart> parts, Metrics metrics) {
    this.parts = List.copyOf(parts);
    this.metrics = metrics;
  }

  /** Does every part; one that breaks keeps none of the others from its work. */
  public SweepReport apply() {
    var counts = new LinkedHashMap<String, Integer>();
    var failed = new ArrayList<String>();
    for (var part : parts) {
      try {
        counts.put(part.counts(), part.apply());
      } catch (RuntimeException broken) {
        failed.add(part.counts());
        log.atError().addKeyValue("part", part.counts()).setCause(broken).log("sweep part broke");
      }
    }
    metrics.tell(measured(counts, failed));
    return new SweepReport(counts, failed);
  }

  private static List<Measurement> measured(Map<String, Integer> counts, List<String> failed) {
    var measured = new ArrayList<Measurement>();
    counts.forEach((part, count) -> measured.add(Metric.swept(part).of(count)));
    measured.removeIf(it -> it.value() == 0);
    measured.add(Metric.SWEEP_PARTS_FAILED.of(failed.size()));
    return measured;
  }
}
