package io.agencytasks.functions.aws;

import io.agencytasks.domain.metrics.Measurement;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Metrics as lines of the embedded metric format on standard output, where CloudWatch picks them
 * up: nothing is called for them.
 */
@Singleton
final class EmfMetrics implements Metrics {
  private static final Logger log = LoggerFactory.getLogger(EmfMetrics.class);
  private static final String NAMESPACE = "AgencyTasks";
  private static final String SERVICE = "agency-tasks";

  private final software.amazon.lambda.powertools.metrics.Metrics emf;

  EmfMetrics() {
    // Otherwise it looks for an EC2 instance around it, wherever it is not on Lambda.
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    this.emf = MetricsBuilder.builder().withNamespace(NAMESPACE).withService(SERVICE).build();
  }

  @Override
  public void tell(List<Measurement> together) {
    if (together.isEmpty()) {
      return;
    }
    try {
      emf.flushMetrics(line -> together.forEach(it -> add(line, it)));
    } catch (RuntimeException untold) {
      log.atWarn().setCause(untold).log("metrics not told");
    }
  }

  private static void add(
      software.amazon.lambda.powertools.metrics.Metrics line, Measurement measurement) {
    var metric = measurement.metric();
    line.addMetric(metric.name(), measurement.value(), unit(metric.unit()));
  }

  private static MetricUnit unit(Metric.Unit unit) {
    return switch (unit) {
      case COUNT -> MetricUnit.COUNT;
      case MILLISECONDS -> MetricUnit.MILLISECONDS;
      case SECONDS -> MetricUnit.SECONDS;
    };
  }
}
