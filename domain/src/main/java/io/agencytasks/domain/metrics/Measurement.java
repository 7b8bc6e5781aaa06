package io.agencytasks.domain.metrics;

/**
 * One value of a metric.
 *
 * @param value in the metric's unit
 */
public record Measurement(Metric metric, double value) {}
