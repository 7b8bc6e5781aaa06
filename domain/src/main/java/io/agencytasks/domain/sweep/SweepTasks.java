package io.agencytasks.domain.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of repair and release. Harmless to repeat, and to run twice at once. */
public final class SweepTasks {
  private static final Logger log = LoggerFactory.getLogger(SweepTasks.class);

  private final List<SweepPart> parts;

  /**
   * Of these parts, in this order.
   *
   * @param parts each by a word of its own
   */
  public SweepTasks(List<SweepPart> parts) {
    this.parts = List.copyOf(parts);
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
    return new SweepReport(counts, failed);
  }
}
