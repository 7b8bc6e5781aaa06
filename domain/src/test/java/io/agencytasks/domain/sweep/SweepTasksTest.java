package io.agencytasks.domain.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class SweepTasksTest {
  private final List<Measurement> told = new ArrayList<>();

  @Test
  void a_part_that_breaks_keeps_none_of_the_others_from_its_work() {
    var sweep =
        new SweepTasks(
            List.of(
                part("lost", () -> 2),
                part(
                    "released",
                    () -> {
                      throw new IllegalStateException("out of reach");
                    }),
                part("rung", () -> 0)),
            told::addAll);

    var report = sweep.apply();

    assertThat(report.counts()).containsExactly(entry("lost", 2), entry("rung", 0));
    assertThat(report.failed()).containsExactly("released");
    assertThat(told).containsExactly(Metric.swept("lost").of(2), Metric.SWEEP_PARTS_FAILED.of(1));
  }

  private static SweepPart part(String counts, IntSupplier work) {
    return new SweepPart() {
      @Override
      public String counts() {
        return counts;
      }

      @Override
      public int apply() {
        return work.getAsInt();
      }
    };
  }
}
