package io.agencytasks.local.cloudwatch;

import java.util.Arrays;

/** What was told of one metric: the sum of all, and the last thousand by themselves. */
final class Samples {
  private static final int KEPT = 1_000;

  private final String metric;
  private final String unit;
  private final double[] latest = new double[KEPT];
  private long count;
  private double sum;

  Samples(String metric, String unit) {
    this.metric = metric;
    this.unit = unit;
  }

  /** These, and one more. */
  synchronized Samples with(double value) {
    latest[(int) (count % KEPT)] = value;
    count++;
    sum += value;
    return this;
  }

  /** Of one sample at least. */
  synchronized Statistics statistics() {
    double last = latest[(int) ((count - 1) % KEPT)];
    double[] sorted = Arrays.copyOf(latest, (int) Math.min(count, KEPT));
    Arrays.sort(sorted);
    return new Statistics(
        metric,
        unit,
        count,
        last,
        sum,
        percentile(sorted, 50),
        percentile(sorted, 99),
        sorted[sorted.length - 1]);
  }

  private static double percentile(double[] sorted, int percent) {
    return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
  }
}
