package io.agencytasks.local.cloudwatch;

/**
 * A metric since the laptop was started.
 *
 * @param unit as its function named it: Count, Milliseconds, Seconds
 * @param p50 the median of the last thousand samples, as p99 and max are of those
 */
public record Statistics(
    String metric,
    String unit,
    long samples,
    double last,
    double sum,
    double p50,
    double p99,
    double max) {}
