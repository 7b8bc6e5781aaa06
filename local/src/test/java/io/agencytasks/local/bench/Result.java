package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param micros how long each success took; failures are not among them
 * @param failures how often it went wrong, by what went wrong
 */
record Result(Histogram micros, Duration elapsed, Map<String, Long> failures) {

  /** In milliseconds. */
  double percentile(double percent) {
    return micros.getValueAtPercentile(percent) / 1e3;
  }

  /** In milliseconds. */
  double longest() {
    return micros.getMaxValue() / 1e3;
  }

  double perSecond() {
    return succeeded() / (elapsed.toNanos() / 1e9);
  }

  long succeeded() {
    return micros.getTotalCount();
  }

  long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How often what went wrong, in words; 0 when nothing did. */
  String faults() {
    return failures.isEmpty()
        ? "0"
        : failures.entrySet().stream()
            .map(failure -> failure.getValue() + " × " + failure.getKey())
            .collect(Collectors.joining(", "));
  }

  /** The same, with what already went wrong before: times there do not count, failures do. */
  Result after(Result warmUp) {
    Map<String, Long> all = new TreeMap<>(failures);
    warmUp.failures.forEach((what, count) -> all.merge(what, count, Long::sum));
    return new Result(micros, elapsed, all);
  }
}
